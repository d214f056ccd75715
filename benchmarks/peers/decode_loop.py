"""Decodes every picture, turns it into BGR and looks at nobody: what is left of any loop."""

import loop

loop.main("decode everything", lambda options: lambda picture: [])
