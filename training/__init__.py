"""Training of the attribution model: not part of the package, needs the training extra."""
