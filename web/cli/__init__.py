"""The command line `bitim`: the same use cases as the pages and the API."""

import click


@click.group()
@click.version_option(package_name="bitim")
def main() -> None:
    """Keep a university's agreements and the movement of people under them."""
