"""A static site generator for curated briefing microsites.

Facts travel from left to right and never back:
``language`` (what words say) → ``evidence`` (what the articles say) → ``claims`` (what we say)
→ ``site`` (what readers see), joined by ``pipeline`` and driven by ``cli``.
"""
