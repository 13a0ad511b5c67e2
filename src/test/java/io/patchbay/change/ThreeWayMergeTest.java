package io.patchbay.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.change.MethodChange.State;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row: the base, what stands here, the source now, what comes out, and the conflicts. */
class ThreeWayMergeTest {

  static Stream<Arguments> heads() {
    return Stream.of(
        arguments("name: A", "name: B", "name: A", "name: B", ""),
        arguments("name: A", "name: A", "name: B", "name: B", ""),
        arguments("name: A", "name: B", "name: C", "name: B", "name"),
        arguments("name: A", "name: B", "name: B", "name: B", ""),
        arguments(
            "{name: A, description: x}",
            "{name: A, description: x, baseUrl: 'https://a.test'}",
            "{name: B, description: y}",
            "{name: B, description: y, baseUrl: 'https://a.test'}",
            ""),
        arguments(
            "auth: {kind: apiKey, name: K}",
            "auth: {kind: apiKey, name: K, credential: mine}",
            "auth: {kind: apiKey, name: L}",
            "auth: {kind: apiKey, name: L, credential: mine}",
            ""),
        arguments(
            "auth: {kind: apiKey, name: K}",
            "auth: {kind: apiKey, name: K, credential: mine}",
            "auth: {kind: bearer}",
            "auth: {kind: apiKey, name: K, credential: mine}",
            "auth"),
        arguments(
            "auth: {kind: none}",
            "auth: {kind: basic, credential: mine}",
            "auth: {kind: none}",
            "auth: {kind: basic, credential: mine}",
            ""),
        arguments(
            "headers: {A: x}",
            "headers: {A: x, B: y}",
            "headers: {A: z}",
            "headers: {A: z, B: y}",
            ""),
        arguments("headers: {A: x}", "{}", "headers: {A: z}", "{}", "headers"),
        arguments(
            "servers: [{url: 'https://a.test'}]",
            "servers: [{url: 'https://a.test'}, {url: 'https://mine.test'}]",
            "servers: [{url: 'https://b.test'}]",
            "servers: [{url: 'https://mine.test'}, {url: 'https://b.test'}]",
            ""),
        arguments(
            "{}",
            "environments: {staging: {baseUrl: 'https://s.test'}}",
            "environments: {other: {baseUrl: 'https://o.test'}}",
            "environments: {staging: {baseUrl: 'https://s.test'}}",
            ""),
        arguments(
            "policies: {retries: 1}",
            "policies: {retries: 3}",
            "policies: {retries: 1, totalMs: 5}",
            "policies: {retries: 3, totalMs: 5}",
            ""),
        arguments(
            "{}",
            "customizations: [{kind: headers, set: {A: b}}]",
            "description: d",
            "{description: d, customizations: [{kind: headers, set: {A: b}}]}",
            ""),
        arguments(
            "schemas: {P: {type: object, required: [a], properties: {a: {type: string}}}}",
            "schemas: {P: {type: object, required: [a, m],"
                + " properties: {a: {type: string, title: Hand}, m: {type: string}}}}",
            "schemas: {P: {type: object, required: [a, t],"
                + " properties: {a: {type: integer}, t: {type: string}}}}",
            "schemas: {P: {type: object, required: [a, m, t],"
                + " properties: {a: {type: integer, title: Hand}, m: {type: string},"
                + " t: {type: string}}}}",
            ""),
        arguments(
            "schemas: {P: {required: [a, b], properties: {a: {type: string}, b: {}}}}",
            "schemas: {P: {required: [b], properties: {b: {}}}}",
            "schemas: {P: {required: [a, b, c], properties: {a: {type: string}, b: {}, c: {}}}}",
            "schemas: {P: {required: [b, c], properties: {b: {}, c: {}}}}",
            ""),
        arguments(
            "schemas: {P: {properties: {a: {type: string}, b: {}}}}",
            "schemas: {P: {properties: {b: {}}}}",
            "schemas: {P: {properties: {a: {type: integer}, b: {}}}}",
            "schemas: {P: {properties: {b: {}}}}",
            "schemas.P.properties.a"),
        arguments(
            "schemas: {P: {enum: [a, b]}}",
            "schemas: {P: {enum: [a, b, m]}}",
            "schemas: {P: {enum: [b, t]}}",
            "schemas: {P: {enum: [b, m, t]}}",
            ""),
        arguments(
            "schemas: {P: {type: string}}",
            "schemas: {P: {type: integer}}",
            "schemas: {P: {type: boolean}}",
            "schemas: {P: {type: integer}}",
            "schemas.P.type"),
        arguments(
            "schemas: {P: {type: string}}",
            "schemas: {P: {type: integer}}",
            "{}",
            "schemas: {P: {type: integer}}",
            "schemas.P"),
        arguments("schemas: {P: {type: string}}", "schemas: {P: {type: string}}", "{}", "{}", ""),
        arguments(
            "schemas: {P: {anyOf: [{$ref: '#/schemas/A'}]}}",
            "schemas: {P: {anyOf: [{$ref: '#/schemas/A'}, {$ref: '#/schemas/M'}]}}",
            "schemas: {P: {anyOf: [{$ref: '#/schemas/T'}]}}",
            "schemas: {P: {anyOf: [{$ref: '#/schemas/M'}, {$ref: '#/schemas/T'}]}}",
            ""));
  }

  @ParameterizedTest
  @MethodSource("heads")
  void mergesTheApi(String base, String mine, String theirs, String expected, String conflicts) {
    check(
        ApiDiffTest.api(base),
        ApiDiffTest.api(mine),
        ApiDiffTest.api(theirs),
        ApiDiffTest.api(expected),
        conflicts);
  }

  static Stream<Arguments> methods() {
    return Stream.of(
        arguments(
            "{name: get, title: A}",
            "{name: load, title: A}",
            "{name: get, title: B}",
            "{name: load, title: B}",
            ""),
        arguments(
            "{name: get, path: /v1}",
            "{name: get, path: /v1, title: Hand}",
            "{name: get, path: /v2}",
            "{name: get, path: /v2, title: Hand}",
            ""),
        arguments(
            "{name: get, tags: [a, b]}",
            "{name: get, tags: [b, m]}",
            "{name: get, tags: [a, b, t]}",
            "{name: get, tags: [b, m, t]}",
            ""),
        arguments(
            "{name: get, parameters: [{name: q}]}",
            "{name: get, parameters: [{name: query, wireName: q, description: Hand}]}",
            "{name: get, parameters: [{name: q, required: true}, {name: page}]}",
            "{name: get, parameters:"
                + " [{name: query, wireName: q, description: Hand, required: true},"
                + " {name: page}]}",
            ""),
        arguments(
            "{name: get, parameters: [{name: q}, {name: r}]}",
            "{name: get, parameters: [{name: r}, {name: q}, {name: mine}]}",
            "{name: get, parameters: [{name: q}, {name: theirs}, {name: r}]}",
            "{name: get, parameters: [{name: r}, {name: q}, {name: theirs}, {name: mine}]}",
            ""),
        arguments(
            "{name: get, parameters: [{name: q}]}",
            "{name: get, parameters: [{name: q, description: Hand}]}",
            "{name: get}",
            "{name: get, parameters: [{name: q, description: Hand}]}",
            "parameters.q"),
        arguments(
            "{name: get, parameters: [{name: q}]}",
            "{name: get, title: Hand}",
            "{name: get, parameters: [{name: q}, {name: r}]}",
            "{name: get, title: Hand, parameters: [{name: r}]}",
            ""),
        arguments(
            "{name: get, parameters: [{name: q, schema: {enum: [a]}}]}",
            "{name: get, parameters: [{name: q, schema: {enum: [a, m]}}]}",
            "{name: get, parameters: [{name: q, schema: {enum: [a, t], title: T}}]}",
            "{name: get, parameters: [{name: q, schema: {enum: [a, m, t], title: T}}]}",
            ""),
        arguments(
            "{name: get, parameters: [{name: q, default: 1}]}",
            "{name: get, parameters: [{name: q, default: 2}]}",
            "{name: get, parameters: [{name: q, default: 3}]}",
            "{name: get, parameters: [{name: q, default: 2}]}",
            "parameters.q.default"),
        arguments(
            "{name: get, parameters: [{name: q}]}",
            "{name: get, parameters: [{name: q, default: null}]}",
            "{name: get, parameters: [{name: q, example: 1}]}",
            "{name: get, parameters: [{name: q, default: null, example: 1}]}",
            ""),
        arguments(
            "{name: get}",
            "{name: get, parameters: [{name: page, in: header}]}",
            "{name: get, parameters: [{name: page}]}",
            "{name: get, parameters: [{name: page, in: header},"
                + " {name: page2, wireName: page}]}",
            "parameters.page2.name"),
        arguments(
            "{name: get, path: '/a/{id}', parameters: [{name: id, in: path}]}",
            "{name: get, path: '/a/{id}', parameters: [{name: id, in: path, description: H}]}",
            "{name: get, path: '/a/{key}', parameters: [{name: key, in: path}]}",
            "{name: get, path: '/a/{key}', parameters: [{name: key, in: path, description: H}]}",
            ""),
        arguments(
            "{name: get, path: '/a/{id}', parameters: [{name: id, in: path}]}",
            "{name: get, path: '/a/{id}', parameters: [{name: id, in: path, description: H}]}",
            "{name: get, path: '/b/{x}/{y}', parameters: [{name: x, in: path}, {name: y, in: path}]}",
            "{name: get, path: '/a/{id}', parameters: [{name: id, in: path, description: H}]}",
            "parameters.id\npath"),
        arguments(
            "{name: get, responses: [{status: '200', schema: {type: string}}]}",
            "{name: get, responses: [{status: '200', schema: {type: string}, example: Hand}]}",
            "{name: get, responses: [{status: '200', schema: {type: integer}}, {status: '404'}]}",
            "{name: get, responses: [{status: '200', schema: {type: integer}, example: Hand},"
                + " {status: '404'}]}",
            ""),
        arguments(
            "{name: get, body: {schema: {type: object}}}",
            "{name: get, body: {schema: {type: object}, example: {a: 1}}}",
            "{name: get}",
            "{name: get, body: {schema: {type: object}, example: {a: 1}}}",
            "body"),
        arguments(
            "{name: get, security: [{a: []}]}",
            "{name: get, security: []}",
            "{name: get, security: [{b: []}]}",
            "{name: get, security: []}",
            "security"));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void mergesAMethod(String base, String mine, String theirs, String expected, String conflicts) {
    check(
        ApiDiffTest.withMethod(base),
        ApiDiffTest.withMethod(mine),
        ApiDiffTest.withMethod(theirs),
        ApiDiffTest.withMethod(expected),
        conflicts);
  }

  private static void check(Api base, Api mine, Api theirs, Api expected, String conflicts) {
    var merge = ThreeWayMerge.merge(base, mine, theirs);

    assertThat(merge.api()).isEqualTo(expected);
    assertThat(merge.allConflicts())
        .extracting(Conflict::where)
        .isEqualTo(conflicts.lines().toList());
  }

  private static final Api BASE =
      ApiDiffTest.api(
          """
          methods:
            - {name: one, path: /one}
            - {name: two, path: /two}
            - {name: three, path: /three, responses: [{schema: {$ref: '#/schemas/Old'}}]}
          schemas: {Old: {type: string}}
          """);
  private static final Api THEIRS =
      ApiDiffTest.api(
          """
          methods:
            - {name: one, path: /one, title: One}
            - {name: four, path: /four, responses: [{schema: {$ref: '#/schemas/New'}}]}
          schemas: {New: {type: string}}
          """);

  @Test
  void tellsWhatBecomesOfEachMethod() {
    var mine = BASE.withMethods(append(BASE, "{name: own, path: /own}"));

    var merge = ThreeWayMerge.merge(BASE, mine, THEIRS);

    assertThat(merge.methods())
        .extracting(m -> m.name() + " " + m.state())
        .containsExactly(
            "one CHANGED", "own UNCHANGED", "four ADDED", "two REMOVED", "three REMOVED");
    assertThat(merge.api().schemas()).containsOnlyKeys("New");
    assertThat(merge.methods().get(4).impact()).isEqualTo(Impact.BREAKING);
  }

  @Test
  void keepsADroppedMethodThatWasEditedByHand() {
    var mine =
        BASE.withMethods(
            List.of(
                BASE.methods().get(0),
                BASE.methods().get(1),
                BASE.methods().get(2).with(m -> m.title = "Hand")));

    var merge = ThreeWayMerge.merge(BASE, mine, THEIRS);

    assertThat(merge.api().method("three")).contains(mine.methods().get(2));
    assertThat(merge.api().schemas()).containsOnlyKeys("New", "Old");
    assertThat(merge.allConflicts())
        .extracting(Conflict::method, Conflict::message)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "three",
                "'methods.three' is gone in the source but was changed by hand; it stays."));
  }

  @Test
  void aMethodThatWasDeletedByHandStaysAway() {
    var mine = BASE.withMethods(List.of(BASE.methods().get(1)));

    var merge = ThreeWayMerge.merge(BASE, mine, THEIRS);

    assertThat(merge.api().methods()).extracting(ApiMethod::name).containsExactly("four");
    assertThat(merge.conflicts())
        .extracting(Conflict::message)
        .containsExactly(
            "'methods.one' was removed by hand but changed in the source; it stays away.");
  }

  @Test
  void givesANewMethodAnotherNameWhereItsOwnIsTaken() {
    var mine = BASE.withMethods(append(BASE, "{name: four, path: /own}"));

    var merge = ThreeWayMerge.merge(BASE, mine, THEIRS);

    assertThat(merge.api().method("four").orElseThrow().path()).isEqualTo("/own");
    assertThat(merge.api().method("four2").orElseThrow().path()).isEqualTo("/four");
  }

  @Test
  void leavesSkippedMethodsAsTheyAre() {
    var merge = ThreeWayMerge.merge(BASE, BASE, THEIRS);

    assertThat(merge.apply(Set.of())).isEqualTo(THEIRS);
    assertThat(merge.apply(Set.of("one", "two", "three", "four")).methods())
        .isEqualTo(BASE.methods());
    var some = merge.apply(Set.of("three"));
    assertThat(some.methods()).extracting(ApiMethod::name).containsExactly("one", "three", "four");
    assertThat(some.schemas()).containsOnlyKeys("New", "Old");
  }

  @Test
  void aSkippedMethodKeepsItsSchemas() {
    var base = schema("integer");
    var theirs = schema("string");

    var merge = ThreeWayMerge.merge(base, base, theirs);

    assertThat(merge.methods()).extracting(MethodChange::state).containsExactly(State.CHANGED);
    assertThat(merge.apply(Set.of("get"))).isEqualTo(base);
    assertThat(merge.apply(Set.of())).isEqualTo(theirs);
  }

  private static Api schema(String type) {
    return ApiDiffTest.api(
        """
        methods: [{name: get, path: /a, responses: [{schema: {$ref: '#/schemas/A'}}]}]
        schemas: {A: {properties: {b: {$ref: '#/schemas/B'}}}, B: {type: %s}}
        """
            .formatted(type));
  }

  private static List<ApiMethod> append(Api api, String method) {
    return Stream.concat(api.methods().stream(), ApiDiffTest.withMethod(method).methods().stream())
        .toList();
  }
}
