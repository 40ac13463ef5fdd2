"""For the tests of the pytest plugin: pytest loads `pytester` from this folder only."""

pytest_plugins = ["pytester"]
