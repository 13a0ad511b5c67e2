package io.patchbay.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.RequestBody;
import io.patchbay.api.ResponseShape;
import io.patchbay.api.Verb;
import io.patchbay.common.Json;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each row: a schema before and after, what that is when sent, and what when received. */
class SchemaDiffTest {

  static Stream<Arguments> schemas() {
    return Stream.of(
        arguments("{type: string}", "{type: string}", "", ""),
        arguments("{type: string}", "{type: integer}", ".type breaking", ".type breaking"),
        arguments("{type: integer}", "{type: number}", ".type safe", ".type maybe"),
        arguments("{type: number}", "{type: integer}", ".type breaking", ".type safe"),
        arguments(
            "{type: string}", "{type: [string, 'null']}", ".nullable safe", ".nullable maybe"),
        arguments(
            "{type: string, nullable: true}",
            "{type: string}",
            ".nullable maybe",
            ".nullable safe"),
        arguments("{type: string, nullable: true}", "{type: [string, 'null']}", "", ""),
        arguments(
            "{type: string}",
            "{anyOf: [{type: string}, {type: 'null'}]}",
            ".nullable safe",
            ".nullable maybe"),
        arguments("{}", "{type: string}", " maybe", " safe"),
        arguments("{type: string}", "{}", " safe", " maybe"),
        arguments(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, properties: {a: {type: string}, b: {type: string}}}",
            ".b safe",
            ".b safe"),
        arguments(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}",
            ".b breaking",
            ".b safe"),
        arguments(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, required: [b],"
                + " properties: {a: {type: string}, b: {type: string, default: x}}}",
            ".b safe",
            ".b safe"),
        arguments(
            "{type: object, properties: {a: {type: string}}}",
            "{type: object, required: [a], properties: {a: {type: string}}}",
            ".a.required breaking",
            ".a.required safe"),
        arguments(
            "{type: object, required: [a], properties: {a: {type: string}}}",
            "{type: object, properties: {a: {type: string}}}",
            ".a.required safe",
            ".a.required maybe"),
        arguments(
            "{type: object, properties: {a: {type: string}, b: {}}}",
            "{type: object, properties: {b: {}}}",
            ".a maybe",
            ".a breaking"),
        arguments(
            "{type: object, required: [a], properties: {a: {type: string}, b: {}}}",
            "{type: object, properties: {b: {}}}",
            ".a breaking",
            ".a breaking"),
        arguments(
            "{type: object, properties: {a: {type: string, readOnly: true}}}",
            "{type: object, properties: {a: {type: integer, readOnly: true}}}",
            ".a safe",
            ".a.type breaking"),
        arguments("{enum: [a, b]}", "{enum: [a, b, c]}", ".enum safe", ".enum maybe"),
        arguments("{enum: [a, b]}", "{enum: [b, a]}", "", ""),
        arguments("{enum: [a, b]}", "{enum: [a]}", ".enum breaking", ".enum safe"),
        arguments("{type: string}", "{type: string, enum: [a]}", ".enum maybe", ".enum safe"),
        arguments("{type: string, enum: [a]}", "{type: string}", ".enum safe", ".enum maybe"),
        arguments("{const: a}", "{enum: [a]}", "", ""),
        arguments(
            "{type: integer, maximum: 10}",
            "{type: integer, maximum: 5}",
            ".maximum maybe",
            ".maximum safe"),
        arguments(
            "{type: integer, maximum: 5}",
            "{type: integer, maximum: 10}",
            ".maximum safe",
            ".maximum safe"),
        arguments(
            "{type: string}",
            "{type: string, minLength: 1}",
            ".minLength maybe",
            ".minLength safe"),
        arguments(
            "{type: string}", "{type: string, pattern: '^a'}", ".pattern maybe", ".pattern safe"),
        arguments(
            "{type: string, format: date}",
            "{type: string, format: date-time}",
            ".format maybe",
            ".format maybe"),
        arguments(
            "{type: array, items: {type: string}}",
            "{type: array, items: {type: integer}}",
            ".items.type breaking",
            ".items.type breaking"),
        arguments(
            "{type: object, additionalProperties: true}",
            "{type: object, additionalProperties: false}",
            ".additionalProperties maybe",
            ".additionalProperties safe"),
        arguments(
            "{type: object, additionalProperties: {type: string}}",
            "{type: object, additionalProperties: {type: integer}}",
            ".*.type breaking",
            ".*.type breaking"),
        arguments("{type: string}", "{type: string, title: T}", ".title safe", ".title safe"),
        arguments(
            "{type: object, allOf: [{properties: {a: {type: string}}}]}",
            "{type: object, properties: {a: {type: string}}}",
            "",
            ""),
        arguments(
            "{oneOf: [{title: A, type: object}, {title: B, type: string}]}",
            "{oneOf: [{title: A, type: object}, {title: B, type: string},"
                + " {title: C, type: integer}]}",
            ".oneOf.C safe",
            ".oneOf.C maybe"),
        arguments(
            "{oneOf: [{title: A, type: object}, {title: B, type: string}]}",
            "{oneOf: [{title: B, type: string}, {title: C, type: object}]}",
            ".oneOf.C.title safe",
            ".oneOf.C.title safe"),
        arguments("{not: {type: string}}", "{not: {type: integer}}", ".not maybe", ".not maybe"));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void classesByDirection(String before, String after, String sent, String received) {
    assertThat(changes(before, after, true)).isEqualTo(sent);
    assertThat(changes(before, after, false)).isEqualTo(received);
  }

  private static String changes(String before, String after, boolean sent) {
    var changes = ApiDiff.between(api(before, sent), api(after, sent));
    return String.join(
        "\n",
        changes.stream()
            .filter(c -> !c.message().endsWith("means the same."))
            .map(c ->
                c.where().replace(sent ? "body.schema" : "responses.200.schema", "")
                    + " "
                    + Json.toTree(c.impact()).asString())
            .toList());
  }

  private static Api api(String schema, boolean sent) {
    JsonNode tree = schema(schema);
    return Api.of("A", null, "https://a.test")
        .withMethods(
            List.of(
                ApiMethod.of("get", Verb.GET, "/a")
                    .with(m -> {
                      if (sent) {
                        m.body = new RequestBody(RequestBody.JSON, true, tree, null);
                      } else {
                        m.responses = List.of(new ResponseShape("200", null, null, tree, null));
                      }
                    })));
  }

  private static JsonNode schema(String yaml) {
    return Yaml.read(yaml, JsonNode.class);
  }

  @Test
  void followsReferencesAndSaysWhereTheyAreUsed() {
    var before =
        ApiDiffTest.api(
            """
            methods:
              - name: list
                path: /orders
                responses: [{status: '200', schema: {type: array, items: {$ref: '#/schemas/Order'}}}]
              - name: create
                path: /orders
                verb: POST
                body: {schema: {$ref: '#/schemas/Order'}}
              - name: ping
                path: /ping
                responses: [{status: '200', schema: {$ref: '#/schemas/Pong'}}]
            schemas:
              Order: {type: object, properties: {line: {$ref: '#/schemas/Line'}}}
              Line: {type: object, properties: {price: {type: integer}, order: {$ref: '#/schemas/Order'}}}
              Pong: {type: object}
            """);
    var schemas = new LinkedHashMap<>(before.schemas());
    schemas.put(
        "Line",
        schema(
            "{type: object, properties: {price: {type: string}, order: {$ref: '#/schemas/Order'}}}"));
    var after = before.with(parts -> parts.schemas = schemas);

    assertThat(ApiDiff.between(before, after))
        .extracting(c -> c.method() + " " + ApiDiffTest.word(c), Change::message)
        .containsExactly(
            tuple(
                "null schemas.Line changed safe",
                "The schema 'Line' changed; see the methods that use it."),
            tuple(
                "list responses.200.schema.items.line.price.type changed breaking",
                "The field 'items.line.price' of the answer 200 is string instead of integer."),
            tuple(
                "create body.schema.line.price.type changed breaking",
                "The field 'line.price' of the body is string instead of integer."));
  }

  @Test
  void answersOfFailedCallsMatterLess() {
    var before =
        ApiDiffTest.api(
            """
            methods:
              - name: get
                path: /a
                responses:
                  - {status: '404', schema: {$ref: '#/schemas/Shared'}}
                  - {status: '500', schema: {type: object, properties: {code: {type: string}}}}
                  - {status: '200', schema: {type: array, items: {$ref: '#/schemas/Shared'}}}
            schemas: {Shared: {type: object, properties: {id: {type: string}}}}
            """);
    var after =
        ApiDiffTest.api(
            """
            methods:
              - name: get
                path: /a
                responses:
                  - {status: '404', schema: {$ref: '#/schemas/Shared'}}
                  - {status: '500', schema: {type: object, properties: {code: {type: integer}}}}
                  - {status: '200', schema: {type: array, items: {$ref: '#/schemas/Shared'}}}
            schemas: {Shared: {type: object, properties: {id: {type: integer}}}}
            """);

    assertThat(ApiDiffTest.words(before, after))
        .containsExactly(
            "schemas.Shared changed safe",
            "responses.200.schema.items.id.type changed breaking",
            "responses.500.schema.code.type changed maybe");
  }

  @Test
  void aSchemaThatMovesInOrOutOfPlaceIsTheSame() {
    var before =
        ApiDiffTest.api(
            """
            methods: [{name: get, path: /a, responses: [{schema: {$ref: '#/schemas/Node'}}]}]
            schemas: {Node: {type: object, properties: {next: {$ref: '#/schemas/Node'}}}}
            """);
    var after =
        ApiDiffTest.api(
            """
            methods: [{name: get, path: /a, responses: [{schema:
              {type: object, properties: {next: {allOf: [{$ref: '#/schemas/Knot'}]}}}}]}]
            schemas: {Knot: {type: object, properties: {next: {$ref: '#/schemas/Knot'}}}}
            """);

    assertThat(ApiDiffTest.words(before, after))
        .containsExactly(
            "schemas.Knot added safe", "schemas.Node removed safe", "methods.get changed safe");
  }

  @Test
  void circlesThroughAllOfComeToAnEnd() {
    var before =
        ApiDiffTest.api(
            """
            methods: [{name: get, path: /a, responses: [{schema: {$ref: '#/schemas/A'}}]}]
            schemas:
              A: {allOf: [{$ref: '#/schemas/A'}, {$ref: '#/schemas/B'}], properties: {x: {type: string}}}
              B: {allOf: [{$ref: '#/schemas/A'}, {properties: {y: {allOf: [{$ref: '#/schemas/A'}, {title: T}]}}}]}
            """);
    var schemas = new LinkedHashMap<>(before.schemas());
    schemas.put(
        "A",
        schema(
            "{allOf: [{$ref: '#/schemas/A'}, {$ref: '#/schemas/B'}], properties: {x: {type: integer}}}"));
    var after = before.with(parts -> parts.schemas = schemas);

    assertThat(ApiDiffTest.words(before, after))
        .contains("responses.200.schema.x.type changed breaking");
  }

  @Test
  void sumsUpWhatNobodyWouldRead() {
    var before = manyFields("string");
    var after = manyFields("integer");

    var changes = ApiDiff.between(before, after);

    assertThat(changes).hasSize(1 + ApiDiff.MOST_PER_METHOD + 1);
    assertThat(changes.getLast().message())
        .isEqualTo("…and 120 further differences in schema Big.");
    assertThat(changes.getLast().impact()).isEqualTo(Impact.BREAKING);
  }

  private static Api manyFields(String type) {
    var fields = new StringBuilder();
    for (int i = 0; i < 170; i++) {
      fields.append("f").append(i).append(": {type: ").append(type).append("}, ");
    }
    return ApiDiffTest.api(
        """
        methods: [{name: get, path: /a, responses: [{schema: {$ref: '#/schemas/Big'}}]}]
        schemas: {Big: {type: object, properties: {%s}}}
        """
            .formatted(fields));
  }

  @Test
  void comparesLargeApisQuickly() {
    var before = large("string");
    var after = large("integer");
    ApiDiff.between(before, after);

    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    var changes = ApiDiff.between(before, after);
    var took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);

    assertThat(changes).hasSizeGreaterThan(1_200);
    assertThat(took).isLessThan(Duration.ofSeconds(1));
  }

  /** 1,200 methods over 800 schemas that all reach one another. */
  private static Api large(String type) {
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    for (int i = 0; i < 800; i++) {
      schemas.put(
          "S" + i,
          schema(
              """
              {"type": "object", "properties": {"id": {"type": "%s"}, "a": {"$ref": "#/schemas/S%d"},
               "b": {"type": "array", "items": {"$ref": "#/schemas/S%d"}},
               "c": {"anyOf": [{"$ref": "#/schemas/S%d"}, {"type": "null"}]}}}
              """
                  .formatted(
                      i == 7 ? type : "string", (i + 1) % 800, (i * 7) % 800, (i * 13) % 800)));
    }
    List<ApiMethod> methods = new ArrayList<>();
    for (int i = 0; i < 1_200; i++) {
      var answer = schema("{\"$ref\": \"#/schemas/S%d\"}".formatted(i % 800));
      methods.add(
          ApiMethod.of("m" + i, Verb.GET, "/m/" + i)
              .with(
                  m -> m.responses = List.of(new ResponseShape("200", null, null, answer, null))));
    }
    return Api.of("Large", null, "https://a.test")
        .with(parts -> {
          parts.methods = methods;
          parts.schemas = schemas;
        });
  }
}
