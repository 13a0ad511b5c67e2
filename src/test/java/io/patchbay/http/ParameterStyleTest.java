package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.common.Ids;
import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import io.patchbay.expression.Expression;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How parameters are written, against the table of OpenAPI 3.1.1, section 4.8.12.4.1. */
class ParameterStyleTest {

  private static final Map<String, Object> VALUES = new HashMap<>();

  static {
    var object = new LinkedHashMap<String, Object>();
    object.put("R", 100);
    object.put("G", 200);
    object.put("B", 150);
    VALUES.put("empty", "");
    VALUES.put("null", null);
    VALUES.put("string", "blue");
    VALUES.put("array", List.of("blue", "black", "brown"));
    VALUES.put("object", object);
    VALUES.put("none", List.of());
    VALUES.put("odd", List.of("a,b", "c d&e=f", "ü/?#"));
    VALUES.put("number", Json.readValue("1234567890.12345678901234567890"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          path  | matrix         | false | empty  | /;color
          path  | matrix         | false | string | /;color=blue
          path  | matrix         | false | array  | /;color=blue,black,brown
          path  | matrix         | false | object | /;color=R,100,G,200,B,150
          path  | matrix         | true  | empty  | /;color
          path  | matrix         | true  | string | /;color=blue
          path  | matrix         | true  | array  | /;color=blue;color=black;color=brown
          path  | matrix         | true  | object | /;R=100;G=200;B=150
          path  | matrix         | true  | null   | /;color
          path  | label          | false | string | /.blue
          path  | label          | false | array  | /.blue,black,brown
          path  | label          | false | object | /.R,100,G,200,B,150
          path  | label          | true  | string | /.blue
          path  | label          | true  | array  | /.blue.black.brown
          path  | label          | true  | object | /.R=100.G=200.B=150
          path  | simple         | false | string | /blue
          path  | simple         | false | array  | /blue,black,brown
          path  | simple         | false | object | /R,100,G,200,B,150
          path  | simple         | true  | array  | /blue,black,brown
          path  | simple         | true  | object | /R=100,G=200,B=150
          path  | simple         | false | odd    | /a%2Cb,c%20d%26e%3Df,%C3%BC%2F%3F%23
          path  | simple         | false | number | /1234567890.12345678901234567890
          query | form           | false | empty  | /?color=
          query | form           | false | null   | /?color=
          query | form           | false | string | /?color=blue
          query | form           | false | array  | /?color=blue,black,brown
          query | form           | false | object | /?color=R,100,G,200,B,150
          query | form           | true  | empty  | /?color=
          query | form           | true  | string | /?color=blue
          query | form           | true  | array  | /?color=blue&color=black&color=brown
          query | form           | true  | object | /?R=100&G=200&B=150
          query | form           | true  | none   | /
          query | form           | false | none   | /
          query | form           | false | odd    | /?color=a%2Cb,c%20d%26e%3Df,%C3%BC%2F%3F%23
          query | spaceDelimited | false | array  | /?color=blue%20black%20brown
          query | spaceDelimited | false | object | /?color=R%20100%20G%20200%20B%20150
          query | spaceDelimited | true  | array  | /?color=blue&color=black&color=brown
          query | pipeDelimited  | false | array  | /?color=blue%7Cblack%7Cbrown
          query | pipeDelimited  | false | object | /?color=R%7C100%7CG%7C200%7CB%7C150
          query | deepObject     | true  | object | /?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150
          query | deepObject     | true  | array  | /?color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown
          """)
  void writesAddresses(String in, String style, boolean explode, String value, String expected) {
    var path = in.equals("path") ? "/{color}" : "/";

    var sent = send(path, parameter(in, style, explode), VALUES.get(value));

    assertThat(sent.address().path()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          header | simple | false | empty  | ''
          header | simple | false | null   | ''
          header | simple | false | string | blue
          header | simple | false | array  | blue,black,brown
          header | simple | false | object | R,100,G,200,B,150
          header | simple | true  | array  | blue,black,brown
          header | simple | true  | object | R=100,G=200,B=150
          cookie | form   | false | string | color=blue
          cookie | form   | false | array  | color=blue,black,brown
          cookie | form   | false | object | color=R,100,G,200,B,150
          cookie | form   | true  | string | color=blue
          cookie | form   | true  | array  | color=blue; color=black; color=brown
          cookie | form   | true  | object | R=100; G=200; B=150
          cookie | form   | true  | null   | color=
          """)
  void writesHeaders(String in, String style, boolean explode, String value, String expected) {
    var sent = send("/", parameter(in, style, explode), VALUES.get(value));

    var line = sent.headers().find(in.equals("header") ? "color" : "cookie");
    assertThat(line.value()).isEqualTo(expected);
  }

  @Test
  void nestsDeepObjectsAsFrameworksReadThem() {
    var value =
        Json.readValue(
            """
            {"name": "a b", "range": {"from": 1, "to": null}, "tags": ["x", "y"],
             "items": [{"price": 1}, {"price": 2}], "none": []}
            """);

    var sent = send("/", parameter("query", "deepObject", true), value);

    assertThat(sent.address().path().replace("%5B", "[").replace("%5D", "]"))
        .isEqualTo(
            "/?color[name]=a%20b&color[range][from]=1&color[range][to]="
                + "&color[tags][]=x&color[tags][]=y"
                + "&color[items][0][price]=1&color[items][1][price]=2");
  }

  @Test
  void absentIsNeitherNullNorTheDefault() {
    var withDefault = "{name: color, in: query, default: red}";
    var nullDefault = "{name: color, in: query, default: null}";

    assertThat(send("/", "{name: color, in: query}", Expression.ABSENT).address().path())
        .isEqualTo("/");
    assertThat(send("/", withDefault, Expression.ABSENT).address().path()).isEqualTo("/?color=red");
    assertThat(send("/", withDefault, null).address().path()).isEqualTo("/?color=");
    assertThat(send("/", withDefault, "").address().path()).isEqualTo("/?color=");
    assertThat(send("/", nullDefault, Expression.ABSENT).address().path()).isEqualTo("/?color=");
    assertThat(send("/", "{name: color, in: header}", Expression.ABSENT).headers().find("color"))
        .isNull();
  }

  @Test
  void writesDocumentsWhereTheDefinitionSaysSo() {
    var value = Map.of("a", Arrays.asList(1, null, "ü"));
    var json = "contentType: application/json";

    assertThat(send("/", "{name: f, in: query, %s}".formatted(json), value).address().path())
        .isEqualTo("/?f=%7B%22a%22%3A%5B1%2Cnull%2C%22%C3%BC%22%5D%7D");
    assertThat(send("/", "{name: f, in: query, %s}".formatted(json), "x").address().path())
        .isEqualTo("/?f=%22x%22");
    assertThat(send("/", "{name: f, in: query, %s}".formatted(json), null).address().path())
        .isEqualTo("/?f=null");
    assertThat(send("/{f}", "{name: f, in: path, %s}".formatted(json), List.of(1)).address().path())
        .isEqualTo("/%5B1%5D");
    assertThat(send("/", "{name: f, in: header, %s}".formatted(json), value).headers().find("f"))
        .extracting(HeaderLine::value)
        .isEqualTo("{\"a\":[1,null,\"\\u00FC\"]}");
    assertThat(
            send(
                    "/",
                    "{name: f, in: query, %s, schema: {type: object}}".formatted(json),
                    "{\"a\":1}")
                .address()
                .path())
        .isEqualTo("/?f=%7B%22a%22%3A1%7D");
  }

  @Test
  void leavesReservedCharactersWhereTheyAreAllowed() {
    var inQuery = "{name: u, in: query, allowReserved: true}";
    var inPath = "{name: u, in: path, allowReserved: true}";

    assertThat(send("/", inQuery, "https://a.example/b?c=d&e=f#g h%20i").address().path())
        .isEqualTo("/?u=https://a.example/b?c=d%26e=f%23g%20h%20i");
    assertThat(send("/files/{u}", inPath, "a/b c/d?e#f").address().path())
        .isEqualTo("/files/a/b%20c/d%3Fe%23f");
    for (var value : List.of("..", "a/../b", "a/%2e%2E", "./a")) {
      assertThatThrownBy(() -> send("/files/{u}", inPath, value))
          .isInstanceOf(CallRefused.class)
          .hasMessageContaining("'u'");
    }
  }

  @Test
  void refusesValuesThatChangeThePath() {
    for (var value : Arrays.asList("", null, ".", "..", List.of())) {
      assertThatThrownBy(() -> send("/a/{id}/b", "{name: id, in: path}", value))
          .isInstanceOf(CallRefused.class)
          .hasMessageContaining("'id'");
    }
    assertThatThrownBy(() -> send("/a/.{id}", "{name: id, in: path}", "."))
        .isInstanceOf(CallRefused.class);
    assertThat(send("/a/x{id}", "{name: id, in: path}", "..").address().path()).isEqualTo("/a/x..");
  }

  @Test
  void mergesTheQueryOfThePath() {
    var query = "{name: q, in: query}";

    assertThat(send("/anything?x=1", query, 2).address().path()).isEqualTo("/anything?x=1&q=2");
    assertThat(send("/anything?", query, 2).address().path()).isEqualTo("/anything?q=2");
    assertThat(send("/anything?x=1", query, Expression.ABSENT).address().path())
        .isEqualTo("/anything?x=1");
    assertThat(send("?x=1", query, 2).address().path()).isEqualTo("/?x=1&q=2");
    assertThat(send("/s?a={id}&b=1", "{name: id, in: path}", "x&y").address().path())
        .isEqualTo("/s?a=x%26y&b=1");
    assertThat(send("/s?a={id}&b=1", "{name: id, in: path}", "").address().path())
        .isEqualTo("/s?a=&b=1");
    assertThat(send("/cookies#formExploded", query, 2).address().path()).isEqualTo("/cookies?q=2");
  }

  @Test
  void keepsCookiesAsTheyAre() {
    var sent = send("/", "{name: s, in: cookie}", "abc/+=%20 ;\u00fc\"");

    assertThat(sent.headers().find("cookie").value()).isEqualTo("s=abc/+=%20%20%3B%C3%BC%22");
  }

  @Test
  void masksRedactedInputsInTheAddress() {
    var sent = send("/a/{id}", "{name: id, in: path, redacted: true}", "canary");
    var query = send("/", "{name: id, in: query, redacted: true}", List.of("canary", "two"));

    assertThat(sent.address().shownPath()).isEqualTo("/a/••••••");
    assertThat(query.address().shownPath()).isEqualTo("/?id=••••••&id=••••••");
  }

  @Test
  void appendsToBaseUrlsWithAPath() {
    for (var base : List.of("http://a.example/v1", "http://a.example/v1/")) {
      assertThat(send(base, "/x", "{name: q, in: query}", 1).address().path())
          .isEqualTo("/v1/x?q=1");
      assertThat(send(base, "?y=1", "{name: q, in: query}", 1).address().path())
          .isEqualTo(base.substring("http://a.example".length()) + "?y=1&q=1");
    }
    assertThat(send("http://a.example", "", "{name: q, in: query}", 1).address().path())
        .isEqualTo("/?q=1");
  }

  private static String parameter(String in, String style, boolean explode) {
    return "{name: color, in: %s, style: %s, explode: %s}".formatted(in, style, explode);
  }

  private static Outgoing send(String path, String parameter, @Nullable Object value) {
    return send("http://a.example", path, parameter, value);
  }

  private static Outgoing send(String base, String path, String parameter, @Nullable Object value) {
    var method =
        Json.readDocument(
            "name: m\npath: \"%s\"\nparameters: [%s]\n".formatted(path, parameter),
            ApiMethod.class);
    var api = Api.of("Api", "api", base);
    var inputs = new HashMap<String, @Nullable Object>();
    if (!Expression.ABSENT.equals(value)) {
      inputs.put(method.parameters().getFirst().name(), value);
    }
    var workspace = new WorkspaceId(new Ids(InstantSource.system()).next());
    return new RequestPlan(api, method)
        .fill(
            new ApiRequest(
                workspace,
                workspace,
                api,
                method,
                inputs,
                Expression.ABSENT,
                List.of(),
                Map.of(),
                null,
                "",
                Duration.ofSeconds(1)));
  }
}
