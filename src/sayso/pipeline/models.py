"""The model that comes with sayso."""

from functools import cache

from sayso.attribution.network.model import AttributionModel, load_model, shipped_folder
from sayso.settings import model_threads


@cache
def shipped_model() -> AttributionModel:
    """The model that comes with sayso, loaded once, with as many threads as the settings say.

    Raises:
        ModelError: it is missing or damaged.
    """
    return load_model(shipped_folder(), model_threads())
