"""Printed papers; the only place that imports reportlab."""
