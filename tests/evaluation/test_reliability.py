import xml.etree.ElementTree as ET

import numpy as np
import pytest

from evaluation.reliability import draw_reliability, measure_reliability


def test_a_true_confidence_has_no_error() -> None:
    curve = measure_reliability(np.array([0.75] * 4), np.array([True, True, True, False]))
    assert curve.points == ((0.75, 0.75, 4),)
    assert curve.error == 0


def test_too_sure_is_an_error_weighed_by_how_often() -> None:
    confidence = np.array([0.95, 0.95, 0.95, 0.05])
    curve = measure_reliability(confidence, np.array([False, False, False, False]))
    assert curve.error == pytest.approx((3 * 0.95 + 0.05) / 4)


def test_a_confidence_of_one_has_its_place_in_the_last_bin() -> None:
    assert measure_reliability(np.array([1.0]), np.array([True])).points == ((1.0, 1.0, 1),)


def test_the_picture_is_xml_with_a_curve_for_each() -> None:
    curve = measure_reliability(np.array([0.2, 0.9]), np.array([False, True]))
    picture = ET.fromstring(draw_reliability({"certain": curve, "possible": curve}, "UW"))
    lines = picture.findall("{http://www.w3.org/2000/svg}polyline")
    assert len(lines) == 3
