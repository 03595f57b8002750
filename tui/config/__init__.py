"""What a person has set, in one commented TOML file: read leniently, wrong lines are reported."""
