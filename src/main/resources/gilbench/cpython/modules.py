"""Defines the modules whose sources follow, so that a script of several modules fits on a command line."""

import sys
import types


def define(name, source):
    module = sys.modules[name] = types.ModuleType(name)
    exec(compile(source, name + ".py", "exec"), module.__dict__)


