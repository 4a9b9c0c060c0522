"""Compile a Word template once, render it many times: ``compile_template`` and ``render``."""

from docgen.engine.render import Compiled, compile_template, render, render_text

__all__ = ["Compiled", "compile_template", "render", "render_text"]
