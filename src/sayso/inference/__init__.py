"""Models run by onnxruntime."""
