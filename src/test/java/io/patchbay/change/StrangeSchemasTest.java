package io.patchbay.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ResponseShape;
import io.patchbay.api.Verb;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What stands in descriptions need not be a schema at all. */
class StrangeSchemasTest {

  private static final List<String> KEYWORDS =
      List.of(
          "$ref",
          "type",
          "properties",
          "required",
          "items",
          "allOf",
          "anyOf",
          "oneOf",
          "enum",
          "const",
          "nullable",
          "additionalProperties",
          "patternProperties",
          "readOnly",
          "default",
          "title",
          "maximum",
          "not",
          "format",
          "100%");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Test
  void areComparedAndMergedLikeAnyOther() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      Api base = api(random);
      Api mine = api(random);
      Api theirs = api(random);

      assertThat(ApiDiff.between(base, base)).as("seed %d", seed).isEmpty();
      assertThat(ApiDiff.between(base, mine).isEmpty())
          .as("seed %d", seed)
          .isEqualTo(base.equals(mine));
      var merge = ThreeWayMerge.merge(base, mine, theirs);
      assertThat(merge.api().methods()).as("seed %d", seed).hasSize(1);
      assertThat(ThreeWayMerge.merge(base, mine, base).api()).as("seed %d", seed).isEqualTo(mine);
    }
  }

  private static Api api(Random random) {
    Map<String, JsonNode> schemas = Map.of("A", value(random, 4), "B", value(random, 4));
    var answer = value(random, 4);
    return Api.of("Strange", null, "https://strange.test")
        .with(parts -> {
          parts.schemas = schemas;
          parts.methods =
              List.of(
                  ApiMethod.of("get", Verb.GET, "/")
                      .with(m ->
                          m.responses =
                              List.of(new ResponseShape("200", null, null, answer, null))));
        });
  }

  private static JsonNode value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 12 : 6)) {
      case 0 -> JSON.booleanNode(random.nextBoolean());
      case 1 -> JSON.numberNode(random.nextInt(3));
      case 2 -> JSON.stringNode(List.of("string", "object", "100%s", "").get(random.nextInt(4)));
      case 3 -> JSON.stringNode(random.nextBoolean() ? "#/schemas/A" : "#/schemas/B");
      case 4 -> JSON.nullNode();
      case 5 -> JSON.objectNode();
      case 6, 7 -> {
        var list = JSON.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
      default -> {
        var object = JSON.objectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
          object.set(KEYWORDS.get(random.nextInt(KEYWORDS.size())), value(random, depth - 1));
        }
        yield object;
      }
    };
  }
}
