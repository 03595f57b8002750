"""The prepared messages: their texts by language, and what fills their placeholders."""
