"""D8: the README has the sections a team needs, and names only what exists."""

import re

import pytest
from conftest import ROOT

TEXT = (ROOT / "README.md").read_text()
# D7: the outputs of the stack.
OUTPUTS = {
    "api_gateway_url",
    "ecr_repository_url",
    "s3_files_bucket_name",
    "s3_data_bucket_name",
    "ecs_cluster_name",
    "ecs_service_name",
    "backend_environment_variables",
}


@pytest.mark.parametrize(
    "title",
    ["First push of the image", "Forced new deployment", "State migration", "Clean-up", "Troubleshooting"],
)
def test_d8_the_section_is_there_and_says_something(title):
    section = TEXT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    assert len(section.split()) > 25


def test_d7_every_output_in_a_command_is_one_of_the_stack():
    used = set(re.findall(r"output -raw (\w+)", TEXT))
    assert used
    assert used <= OUTPUTS


def test_d8_every_file_named_exists():
    named = re.findall(r"`((?:app|model)/[\w.]+|[\w.-]+\.(?:py|yaml))`", TEXT)
    assert len(named) > 15
    assert [name for name in named if not (ROOT / name).exists()] == []
