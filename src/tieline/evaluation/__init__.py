"""How well the reader reads: labelled sets, metrics, floors."""
