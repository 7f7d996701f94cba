import pytest

from sayso.attribution.network.model import AttributionModel, load_model, shipped_folder


@pytest.fixture(scope="session")
def model() -> AttributionModel:
    return load_model(shipped_folder(), threads=2)
