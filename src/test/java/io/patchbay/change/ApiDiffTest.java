package io.patchbay.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.patchbay.api.Api;
import io.patchbay.common.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Each row: what was, what is, and what is reported as {@code method where kind impact}. */
class ApiDiffTest {

  static Stream<Arguments> heads() {
    return Stream.of(
        arguments("name: A", "name: B", "name changed safe"),
        arguments("description: A", "description: B", "description changed safe"),
        arguments("name: A", "{name: A, version: '2'}", "version changed safe"),
        arguments("baseUrl: https://a.test", "baseUrl: https://b.test", "baseUrl changed maybe"),
        arguments("auth: {kind: none}", "auth: {kind: basic}", "auth changed breaking"),
        arguments("auth: {kind: basic}", "auth: {kind: none}", "auth changed maybe"),
        arguments(
            "auth: {kind: basic, credential: a}",
            "auth: {kind: basic, credential: b}",
            "auth.credential changed maybe"),
        arguments(
            "auth: {kind: apiKey, name: X-Key}",
            "auth: {kind: apiKey, name: X-Api-Key}",
            "auth.name changed maybe"),
        arguments("{}", "variables: {a: x}", "variables.a added safe"),
        arguments("variables: {a: x}", "{}", "variables.a removed maybe"),
        arguments("variables: {a: x}", "variables: {a: y}", "variables.a changed maybe"),
        arguments("{}", "servers: [{url: 'https://a.test'}]", "servers.https://a.test added safe"),
        arguments(
            "{baseUrl: 'https://a.test', servers: [{url: 'https://a.test'}]}",
            "{baseUrl: 'https://a.test'}",
            "servers.https://a.test removed maybe"),
        arguments(
            "{}",
            "securitySchemes: {key: {type: apiKey, in: header, name: K}}",
            "securitySchemes.key added safe"),
        arguments(
            "securitySchemes: {key: {type: apiKey, in: header, name: K}}",
            "securitySchemes: {key: {type: apiKey, in: query, name: K}}",
            "securitySchemes.key changed maybe"),
        arguments(
            "securitySchemes: {key: {type: http}}",
            "securitySchemes: {key: {type: http, description: d}}",
            "securitySchemes.key changed safe"),
        arguments("{}", "headers: {X-A: b}", "headers.X-A added maybe"),
        arguments("headers: {X-A: b}", "headers: {X-A: c}", "headers.X-A changed maybe"),
        arguments("headers: {X-A: b}", "headers: {x-a: b}", "headers changed safe"),
        arguments("headers: {X-A: b}", "{}", "headers.X-A removed maybe"),
        arguments("{}", "policies: {retries: 1}", "policies.retries changed maybe"),
        arguments("{}", "policies: {retries: 5}", "policies.retries changed safe"),
        arguments(
            "{}",
            "customizations: [{kind: headers, set: {X-A: b}}]",
            "customizations.headers added maybe"),
        arguments(
            "customizations: [{kind: headers, name: T, set: {A: b}}, {kind: query, set: {q: 1}}]",
            "customizations: [{kind: query, set: {q: 1}}, {kind: headers, name: T, set: {A: c}}]",
            "customizations.T changed maybe\ncustomizations changed maybe"),
        arguments(
            "customizations: [{kind: sign, name: T, credential: k}]",
            "customizations: [{kind: sign, name: U, credential: k}]",
            "customizations.U changed safe"),
        arguments(
            "customizations: [{kind: idempotencyKey}]",
            "{}",
            "customizations.idempotencyKey removed maybe"),
        arguments("{}", "schemas: {Pet: {type: object}}", "schemas.Pet added safe"),
        arguments("schemas: {Pet: {type: object}}", "{}", "schemas.Pet removed safe"),
        arguments("{}", "environments: {staging: {baseUrl: 'https://s.test'}}", ""));
  }

  @ParameterizedTest
  @MethodSource("heads")
  void classesChangesOfTheApi(String before, String after, String expected) {
    assertThat(words(api(before), api(after))).isEqualTo(lines(expected));
  }

  static Stream<Arguments> methods() {
    return Stream.of(
        arguments("name: get", "name: get", ""),
        arguments("{name: get, path: /a}", "{name: load, path: /a}", "name changed breaking"),
        arguments("{name: get, path: /a}", "{name: get, path: /b}", "path changed maybe"),
        arguments("{name: get, verb: PUT}", "{name: get, verb: PATCH}", "verb changed maybe"),
        arguments("name: get", "{name: get, title: Get}", "title changed safe"),
        arguments("name: get", "{name: get, description: Get}", "description changed safe"),
        arguments("name: get", "{name: get, tags: [a]}", "tags changed safe"),
        arguments("name: get", "{name: get, deprecated: true}", "deprecated changed safe"),
        arguments("name: get", "{name: get, idempotent: false}", "idempotent changed maybe"),
        arguments("name: get", "{name: get, baseUrl: 'https://x.test'}", "baseUrl changed maybe"),
        arguments(
            "{name: get, security: [{a: []}]}",
            "{name: get, security: [{a: []}, {b: []}]}",
            "security changed safe"),
        arguments(
            "{name: get, security: []}",
            "{name: get, security: [{a: []}]}",
            "security changed maybe"),
        arguments("name: get", "{name: get, headers: {A: b}}", "headers.A added maybe"),
        arguments(
            "name: get", "{name: get, policies: {totalMs: 10}}", "policies.totalMs changed maybe"),
        arguments("name: get", "{name: get, body: {required: true}}", "body added breaking"),
        arguments("name: get", "{name: get, body: {required: false}}", "body added safe"),
        arguments("{name: get, body: {required: true}}", "name: get", "body removed breaking"),
        arguments(
            "{name: get, body: {required: false}}",
            "{name: get, body: {required: true}}",
            "body.required changed breaking"),
        arguments(
            "{name: get, body: {contentType: application/json}}",
            "{name: get, body: {contentType: application/x-www-form-urlencoded}}",
            "body.contentType changed breaking"),
        arguments(
            "{name: get, body: {contentType: application/json}}",
            "{name: get, body: {contentType: application/hal+json}}",
            "body.contentType changed maybe"),
        arguments(
            "{name: get, body: {}}",
            "{name: get, body: {example: 1}}",
            "body.example changed safe"),
        arguments(
            "{name: get, body: {}}",
            "{name: get, body: {encoding: {f: {contentType: text/plain}}}}",
            "body.encoding changed maybe"),
        arguments(
            "name: get", "{name: get, responses: [{status: '200'}]}", "responses.200 added safe"),
        arguments(
            "{name: get, responses: [{status: '200'}]}",
            "{name: get, responses: [{status: '200'}, {status: '202'}]}",
            "responses.202 added maybe"),
        arguments(
            "{name: get, responses: [{status: '200'}]}",
            "{name: get, responses: [{status: '200'}, {status: '404'}]}",
            "responses.404 added safe"),
        arguments(
            "{name: get, responses: [{status: '200'}, {status: '404'}]}",
            "{name: get, responses: [{status: '200'}]}",
            "responses.404 removed maybe"),
        arguments(
            "{name: get, responses: [{status: '200'}]}",
            "name: get",
            "responses.200 removed breaking"),
        arguments(
            "{name: get, responses: [{status: '200', contentType: application/json}]}",
            "{name: get, responses: [{status: '200', contentType: text/csv}]}",
            "responses.200.contentType changed breaking"),
        arguments(
            "{name: get, responses: [{headers: {Link: {type: string}}}]}",
            "{name: get, responses: [{status: '200'}]}",
            "responses.200.headers.Link removed maybe"),
        arguments(
            "{name: get, responses: [{headers: {Link: {type: string}}}]}",
            "{name: get, responses: [{headers: {Link: {type: integer}}}]}",
            "responses.200.headers.Link.type changed breaking"));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void classesChangesOfAMethod(String before, String after, String expected) {
    assertThat(words(withMethod(before), withMethod(after))).isEqualTo(lines(expected));
  }

  static Stream<Arguments> parameters() {
    return Stream.of(
        arguments("", "{name: q}", "parameters.q added safe"),
        arguments("", "{name: q, required: true}", "parameters.q added breaking"),
        arguments("", "{name: q, required: true, default: 1}", "parameters.q added safe"),
        arguments("{name: q}", "", "parameters.q removed maybe"),
        arguments("{name: q, required: true}", "", "parameters.q removed breaking"),
        arguments(
            "{name: q}", "{name: q, required: true}", "parameters.q.required changed breaking"),
        arguments(
            "{name: q, default: 1}",
            "{name: q, required: true, default: 1}",
            "parameters.q.required changed safe"),
        arguments("{name: q, required: true}", "{name: q}", "parameters.q.required changed safe"),
        arguments("{name: q}", "{name: r, wireName: q}", "parameters.r.name changed breaking"),
        arguments("{name: q}", "{name: q, wireName: r}", "parameters.q.wireName changed maybe"),
        arguments("{name: q}", "{name: q, in: header}", "parameters.q.in changed maybe"),
        arguments("{name: q}", "{name: q, default: 1}", "parameters.q.default changed maybe"),
        arguments("{name: q}", "{name: q, default: null}", "parameters.q.default changed maybe"),
        arguments(
            "{name: q, required: true, default: 1}",
            "{name: q, required: true}",
            "parameters.q.default changed breaking"),
        arguments("{name: q}", "{name: q, style: form}", "parameters.q.style changed safe"),
        arguments("{name: q}", "{name: q, explode: false}", "parameters.q.explode changed maybe"),
        arguments("{name: q}", "{name: q, explode: true}", "parameters.q.explode changed safe"),
        arguments("{name: q}", "{name: q, redacted: true}", "parameters.q.redacted changed safe"),
        arguments(
            "{name: q}", "{name: q, deprecated: true}", "parameters.q.deprecated changed safe"),
        arguments(
            "{name: q}", "{name: q, description: d}", "parameters.q.description changed safe"),
        arguments("{name: q}", "{name: q, example: 1}", "parameters.q.example changed safe"),
        arguments(
            "{name: q, schema: {type: integer}}",
            "{name: q, schema: {type: string}}",
            "parameters.q.schema.type changed breaking"),
        arguments(
            "{name: q, schema: {enum: [a, b]}}",
            "{name: q, schema: {enum: [a]}}",
            "parameters.q.schema.enum removed breaking"),
        arguments(
            "{name: q, schema: {enum: [a]}}",
            "{name: q, schema: {enum: [a, b]}}",
            "parameters.q.schema.enum added safe"));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void classesChangesOfAnInput(String before, String after, String expected) {
    var was = withMethod("{name: get, parameters: [%s]}".formatted(before));
    var is = withMethod("{name: get, parameters: [%s]}".formatted(after));

    assertThat(words(was, is)).isEqualTo(lines(expected));
  }

  @Test
  void tellsAddedRenamedAndRemovedMethodsApart() {
    var before =
        api(
            "methods: [{name: a, path: /a}, {name: b, path: /b}, {name: c, path: '/c/{id}',"
                + " parameters: [{name: id, in: path}]}]");
    var after =
        api(
            "methods: [{name: a2, path: /a}, {name: c, path: '/c/{cId}',"
                + " parameters: [{name: id, wireName: cId, in: path}]}, {name: d, path: /d}]");

    assertThat(ApiDiff.between(before, after))
        .extracting(Change::method, Change::where, Change::impact, Change::message)
        .containsExactly(
            tuple("a2", "name", Impact.BREAKING, "The method 'a' is called 'a2' now."),
            tuple("c", "path", Impact.SAFE, "Its path is '/c/{cId}' instead of '/c/{id}'."),
            tuple(
                "c",
                "parameters.id.wireName",
                Impact.SAFE,
                "The input 'id' is sent as 'cId' instead of 'id'."),
            tuple("d", "methods.d", Impact.SAFE, "The method 'd' is new."),
            tuple("b", "methods.b", Impact.BREAKING, "The method 'b' is gone."));
  }

  @Test
  void reportsAMethodThatOnlyMovedInTheList() {
    var before = api("methods: [{name: a, path: /a}, {name: b, path: /b}]");
    var after = api("methods: [{name: b, path: /b}, {name: a, path: /a}]");

    assertThat(words(before, after)).containsExactly("methods changed safe");
  }

  @Test
  void reportsWhatIsOnlyWrittenOtherwise() {
    var before = withMethod("{name: get, parameters: [{name: q, schema: {enum: [a, b]}}]}");
    var after = withMethod("{name: get, parameters: [{name: q, schema: {enum: [b, a]}}]}");

    assertThat(ApiDiff.between(before, after))
        .extracting(Change::message, Change::impact)
        .containsExactly(
            tuple("The method 'get' is written otherwise and means the same.", Impact.SAFE));
  }

  @Test
  void choosesTheLevelByTheWorstChange() {
    var base = withMethod("{name: get, parameters: [{name: q}]}");

    assertThat(level(base, base)).isEqualTo(Level.NONE);
    assertThat(level(base, base.with(p -> p.description = "More"))).isEqualTo(Level.PATCH);
    assertThat(level(base, withMethod("{name: get, parameters: [{name: q}, {name: r}]}")))
        .isEqualTo(Level.MINOR);
    assertThat(level(base, withMethod("name: get"))).isEqualTo(Level.MINOR);
    assertThat(level(base, withMethod("{name: get, parameters: [{name: q, required: true}]}")))
        .isEqualTo(Level.MAJOR);
  }

  private static Level level(Api before, Api after) {
    return ApiDiff.level(ApiDiff.between(before, after));
  }

  static Api api(String yaml) {
    return Yaml.read(yaml, Api.class);
  }

  static Api withMethod(String yaml) {
    var method = Yaml.read(yaml, JsonNode.class);
    var api = JsonNodeFactory.instance.objectNode();
    api.putArray("methods").add(method);
    return Json.convert(api, Api.class);
  }

  static List<String> words(Api before, Api after) {
    return ApiDiff.between(before, after).stream().map(ApiDiffTest::word).toList();
  }

  static String word(Change change) {
    return change.where()
        + " "
        + Json.toTree(change.kind()).asString()
        + " "
        + Json.toTree(change.impact()).asString();
  }

  static List<String> lines(String text) {
    return text.lines().toList();
  }

  @Test
  void saysWhatCustomizationsDoAndDid() {
    assertThat(
            ApiDiff.between(
                    api("customizations: [{kind: headers, name: Trace, set: {X-A: b}}]"),
                    api(
                        "customizations: [{kind: headers, name: Trace, set: {X-A: b}, remove: [Accept]}, {kind: clientCertificate, certificate: erp}]"))
                .stream()
                .map(Change::message))
        .containsExactly(
            "The customization 'Trace' (headers) sets X-A; removes Accept; before, it sets X-A.",
            "The customization 'clientCertificate' is new: it shows 'erp'.");
  }
}
