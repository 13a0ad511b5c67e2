package io.patchbay.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFinderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '^',
      nullValues = "-",
      value = {
        "steps.getPet.body.id → steps.getPet.body.id",
        "steps.getPet.body.items[price > 3].name → steps.getPet.body.items.price steps.getPet.body.items.name",
        "steps.a.body.items[0].name → steps.a.body.items.name",
        "steps.a.body.items[$$.vars.n].name → vars.n steps.a.body.items.name",
        "$$.steps.x.status → steps.x.status",
        "$.steps.x.status → steps.x.status",
        "($x := steps.a.body; $x.name & trigger.body.id) → steps.a.body trigger.body.id",
        "steps.a.body.items.{ 'n': name, 'v': $$.vars.v } → steps.a.body.items.name vars.v",
        "steps.a.body.items{ name: $sum(price) } → steps.a.body.items.name steps.a.body.items.price",
        "$map(steps.a.body, function($p) { $p.name & trigger.id }) → steps.a.body trigger.id",
        "steps.a.body^(>price).name → steps.a.body.price steps.a.body.name",
        "steps.a.error ? vars.x : env.y → steps.a.error vars.x env.y",
        "steps.a.body ~> |items|{ 'x': price }| → steps.a.body",
        "steps.`get-pet`.'body'.id → steps.get-pet.body.id",
        "steps.a.body.*.name → steps.a.body",
        "steps.a.body.**.name → steps.a.body",
        "steps.a.body.(id + other) → steps.a.body.id steps.a.body.other",
        "steps.a.body.items@$i.$i.name → steps.a.body.items",
        "steps.a.body.items#$i[$i < 2].id → steps.a.body.items.id",
        "$lookup(steps, 'a') → steps",
        "steps.a.body ?? trigger.body → steps.a.body trigger.body",
        "[1..steps.a.n] → steps.a.n",
        "-vars.n → vars.n",
        "$now() → -",
        "'steps.a' → -"
      })
  void findsThePathsFromTheRoot(String source, String expected) {
    assertThat(Expression.compile(source).references())
        .extracting(Reference::toString)
        .containsExactlyInAnyOrderElementsOf(
            expected == null ? List.of() : List.of(expected.split(" ")));
  }
}
