"""How the documentation is built. No network is used, and every warning is an error."""

import sys
from pathlib import Path

from tieline import __version__

sys.path.insert(0, str(Path(__file__).parent))

project = "Tieline"
copyright = "2026, the Tieline contributors"  # noqa: A001 - the name Sphinx reads
release = version = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "generated"]
exclude_patterns = ["_build", "evidence"]
myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 3

autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_member_order = "bysource"
add_module_names = False
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = f"Tieline {version}"
html_copy_source = False
