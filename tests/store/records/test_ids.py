"""Ids are random, positive, of 53 bits, and never one that is taken."""

from store.records.ids import new_id


def test_an_id_is_what_every_json_reader_keeps_exactly() -> None:
    made = [new_id(()) for _ in range(1000)]
    assert all(0 < number < 2**53 for number in made)
    assert all(int(float(number)) == number for number in made)
    assert max(made) > 2**50


def test_ids_do_not_meet() -> None:
    made = {new_id(()) for _ in range(10_000)}
    assert len(made) == 10_000


def test_an_id_that_is_taken_is_not_given_again() -> None:
    class AllButTheThird(list[int]):
        """Says that an id is taken until it was asked three times."""

        def __contains__(self, number: object) -> bool:
            assert isinstance(number, int)
            self.append(number)
            return len(self) < 3

    asked = AllButTheThird()
    assert new_id(asked) == asked[2]
