package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.common.Failure.Kind;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bodies are on the wire, byte for byte. */
class BodiesTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final byte[] BYTES = {0, 1, (byte) 0xff, '\r', '\n', '-', '-'};
  private static final String FILE = Base64.getEncoder().encodeToString(BYTES);

  private final CallFixture house = new CallFixture(database);
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    house.close();
  }

  @Test
  void writesFieldsAndFilesAsParts() throws Exception {
    var values = new LinkedHashMap<String, Object>();
    values.put("title", "Grün & blau");
    values.put("count", 2);
    values.put("tags", List.of("a", "b"));
    values.put("meta", Map.of("ä", 1));
    values.put("photo", FILE);
    values.put(
        "scan",
        List.of(
            Map.of("filename", "Überblick.pdf", "contentType", "application/pdf", "base64", FILE),
            Map.of("filename", "b.png", "base64", FILE)));
    values.put("nothing", null);
    values.put("empty", List.of());

    var sent =
        send(
            """
            contentType: multipart/form-data
            schema:
              type: object
              properties:
                photo: {type: string, format: binary}
                scan: {type: array, items: {type: string, format: binary}}
            """,
            values);

    var boundary = boundary(sent);
    var expected = new Buffer();
    part(expected, boundary, "title", "", "Grün & blau".getBytes(StandardCharsets.UTF_8));
    part(expected, boundary, "count", "", "2".getBytes(StandardCharsets.UTF_8));
    part(expected, boundary, "tags", "", "a".getBytes(StandardCharsets.UTF_8));
    part(expected, boundary, "tags", "", "b".getBytes(StandardCharsets.UTF_8));
    part(expected, boundary, "meta", "\r\nContent-Type: application/json", utf8("{\"ä\":1}"));
    file(expected, boundary, "photo", "photo", "application/octet-stream");
    file(expected, boundary, "scan", "Überblick.pdf", "application/pdf");
    file(expected, boundary, "scan", "b.png", "image/png");
    part(expected, boundary, "nothing", "", new byte[0]);
    expected.writeUtf8("--" + boundary + "--\r\n");
    assertThat(sent.getBody().hex()).isEqualTo(expected.readByteString().hex());
    assertThat(sent.getHeaders().get("Content-Length"))
        .isEqualTo(String.valueOf(sent.getBody().size()));
    assertThat(sent.getHeaders().get("Transfer-Encoding")).isNull();
  }

  @Test
  void noNameBreaksOutOfItsLine() throws Exception {
    var evil = "a\"; filename=\"x\r\nX-Evil: 1\r\n\r\nbody";

    var sent =
        send(
            "contentType: multipart/form-data",
            Map.of(evil, Map.of("filename", evil, "base64", FILE)));

    var name = "a%22; filename=%22x%0D%0AX-Evil: 1%0D%0A%0D%0Abody";
    assertThat(sent.getBody().string(StandardCharsets.ISO_8859_1))
        .contains("form-data; name=\"" + name + "\"; filename=\"" + name + "\"\r\n")
        .doesNotContain("\r\nX-Evil");
    var type =
        refused(
            "contentType: multipart/form-data",
            Map.of("f", Map.of("contentType", "image/png\r\nX-Evil: 1", "base64", FILE)));
    assertThat(type).contains("'f'").contains("content type");
  }

  @Test
  void encodingDecidesHowPartsAreWritten() throws Exception {
    var values = new LinkedHashMap<String, Object>();
    values.put("list", List.of("a", "b c"));
    values.put("piped", List.of("a", "b"));
    values.put("deep", Map.of("x", "1 2"));
    values.put("spread", Map.of("y", 3));
    values.put("json", List.of(1, 2));
    values.put("note", "hü");
    values.put("picture", FILE);

    var sent =
        send(
            """
            contentType: multipart/form-data
            encoding:
              list: {style: form, explode: false}
              piped: {style: pipeDelimited, explode: false}
              deep: {style: deepObject, explode: true}
              spread: {style: form, explode: true}
              json: {contentType: application/json}
              note: {contentType: text/plain; charset=ISO-8859-1}
              picture: {contentType: "image/png, image/jpeg"}
            """,
            values);

    var text = sent.getBody().string(StandardCharsets.ISO_8859_1);
    assertThat(text)
        .contains("name=\"list\"\r\n\r\na,b c\r\n")
        .contains("name=\"piped\"\r\n\r\na|b\r\n")
        .contains("name=\"deep[x]\"\r\n\r\n1 2\r\n")
        .contains("name=\"y\"\r\n\r\n3\r\n")
        .contains("name=\"json\"\r\nContent-Type: application/json\r\n\r\n[1,2]\r\n")
        .contains("name=\"note\"\r\nContent-Type: text/plain; charset=ISO-8859-1\r\n\r\nhü\r\n")
        .contains("name=\"picture\"; filename=\"picture\"\r\nContent-Type: image/png\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: string, format: binary}",
        "{type: string, contentEncoding: base64}",
        "{type: string, contentMediaType: image/png}",
        "{type: array, items: {type: string, format: binary}}",
        "{anyOf: [{type: string, format: binary}, {type: 'null'}]}",
        "{$ref: '#/schemas/File'}"
      })
  void schemasSayWhatIsAFile(String schema) throws Exception {
    var sent =
        send(
            """
            contentType: multipart/form-data
            schema: {allOf: [{$ref: '#/schemas/Base'}, {properties: {f: %s}}]}
            """
                .formatted(schema),
            Map.of("f", FILE));

    assertThat(sent.getBody().string(StandardCharsets.ISO_8859_1))
        .contains("filename=\"f\"")
        .contains(new String(BYTES, StandardCharsets.ISO_8859_1));
  }

  @Test
  void showsMultipartWithSizesForFilesAndSecretsMasked() throws Exception {
    house.credential("key", "{kind: bearer, token: canary-4711}");
    answer(new MockResponse.Builder());
    var values = new LinkedHashMap<String, Object>();
    values.put("text", "with canary-4711 in it");
    values.put("file", Map.of("filename", "a.bin", "base64", FILE));

    var response =
        house
            .ask(
                api("contentType: multipart/form-data", "auth: {kind: bearer, credential: key}"),
                "m")
            .body(values)
            .call();

    assertThat(response.failure()).isNull();
    var shown = response.request();
    assertThat(shown.body())
        .contains("name=\"text\"\n\nwith •••••• in it\n")
        .contains("name=\"file\"; filename=\"a.bin\"")
        .contains("(7 bytes)")
        .doesNotContain("canary");
    assertThat(shown.parts())
        .containsExactly(
            new SentRequest.Part("text", null, null, 22, "with •••••• in it"),
            new SentRequest.Part("file", "a.bin", "application/octet-stream", 7, null));
    assertThat(shown.bodyBytes()).isEqualTo(server.takeRequest().getBody().size());
  }

  @Test
  void writesFormsAsTheirEncodingSays() throws Exception {
    var values = new LinkedHashMap<String, Object>();
    values.put("plain", "a b&ü");
    values.put("list", List.of(1, 2));
    values.put("object", Map.of("x", 1));
    values.put("joined", List.of(1, 2));
    values.put("expand", List.of("customer"));
    values.put("items", List.of(Map.of("price", 5)));
    values.put("null", null);
    values.put("none", List.of());

    var sent =
        send(
            """
            contentType: application/x-www-form-urlencoded
            encoding:
              joined: {style: form, explode: false}
              expand: {style: deepObject, explode: true}
              items: {style: deepObject, explode: true}
            """,
            values);

    assertThat(sent.getBody().utf8())
        .isEqualTo(
            "plain=a%20b%26%C3%BC&list=1&list=2&object=%7B%22x%22%3A1%7D&joined=1,2"
                + "&expand%5B%5D=customer&items%5B0%5D%5Bprice%5D=5&null=");
    assertThat(sent.getHeaders().get("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");
    assertThat(send("contentType: application/x-www-form-urlencoded", "a=1&b=2").getBody().utf8())
        .isEqualTo("a=1&b=2");
  }

  @Test
  void writesTextInItsCharset() throws Exception {
    var latin = send("contentType: text/plain; charset=ISO-8859-1", "grün");
    var xml =
        send("contentType: application/xml", "<?xml version=\"1.0\" encoding='ISO-8859-1'?><ü/>");
    var plain = send("contentType: application/xml", "<ü/>");

    assertThat(latin.getBody().string(StandardCharsets.ISO_8859_1)).isEqualTo("grün");
    assertThat(latin.getHeaders().get("Content-Type")).isEqualTo("text/plain; charset=ISO-8859-1");
    assertThat(xml.getBody().string(StandardCharsets.ISO_8859_1)).endsWith("<ü/>");
    assertThat(plain.getBody().utf8()).isEqualTo("<ü/>");
    assertThat(plain.getHeaders().get("Content-Type")).isEqualTo("application/xml");
    assertThat(refused("contentType: text/plain; charset=ISO-8859-1", "5 €"))
        .contains("ISO-8859-1");
    assertThat(refused("contentType: text/plain; charset=klingon", "x")).contains("klingon");
  }

  @Test
  void writesLinesYamlAndBytes() throws Exception {
    var lines = send("contentType: application/x-ndjson", List.of(Map.of("a", 1), "ü"));
    var yaml = send("contentType: application/yaml", Map.of("a", List.of(1)));
    var bytes = send("contentType: image/png", FILE);
    var named = send("contentType: image/*", Map.of("contentType", "image/gif", "base64", FILE));
    var data = send("contentType: application/octet-stream", "data:image/png;base64," + FILE);

    assertThat(lines.getBody().utf8()).isEqualTo("{\"a\":1}\n\"ü\"\n");
    assertThat(yaml.getBody().utf8()).isEqualTo("a:\n- 1\n");
    assertThat(bytes.getBody().toByteArray()).isEqualTo(BYTES);
    assertThat(named.getBody().toByteArray()).isEqualTo(BYTES);
    assertThat(named.getHeaders().get("Content-Type")).isEqualTo("image/gif");
    assertThat(data.getBody().toByteArray()).isEqualTo(BYTES);
  }

  @Test
  void anOpenTypeIsMadeOneByItsValue() throws Exception {
    assertThat(send("contentType: '*/*'", Map.of("a", 1)).getHeaders().get("Content-Type"))
        .isEqualTo("application/json");
    assertThat(send("contentType: '*/*'", "text").getHeaders().get("Content-Type"))
        .isEqualTo("text/plain; charset=UTF-8");
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThat(refused("contentType: application/xml", Map.of("a", 1)))
        .contains("XML")
        .contains("an object");
    assertThat(refused("contentType: multipart/mixed", Map.of())).contains("multipart/mixed");
    assertThat(refused("contentType: multipart/related", Map.of())).contains("multipart/related");
    assertThat(refused("contentType: multipart/form-data", "text")).contains("object");
    assertThat(refused("contentType: application/x-www-form-urlencoded", List.of()))
        .contains("form");
    assertThat(refused("contentType: image/png", "not base64!")).contains("base64");
    assertThat(
            refused(
                """
                contentType: multipart/form-data
                schema: {properties: {f: {type: string, format: binary}}}
                """,
                Map.of("f", "not base64!")))
        .contains("'f'")
        .contains("filename");
    assertThat(refused("{required: true}", Expression.ABSENT)).contains("needs a body");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void keepsDigitsBothWays() throws Exception {
    var big = new BigInteger("12345678901234567890123");
    answer(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .body("{\"id\":12345678901234567890123,\"rate\":0.1000000000000000000001}"));

    var response = house.ask(api("{}", ""), "m").body(Map.of("id", big)).call();

    assertThat(server.takeRequest().getBody().utf8()).isEqualTo("{\"id\":" + big + "}");
    assertThat(Json.write(response.body()))
        .isEqualTo("{\"id\":12345678901234567890123,\"rate\":0.1000000000000000000001}");
  }

  @Test
  void aMethodsTypeBeatsTheHeadersOfItsApi() throws Exception {
    answer(new MockResponse.Builder());
    answer(new MockResponse.Builder());
    var headers = "headers: {Content-Type: application/json}";

    house.ask(api("contentType: multipart/form-data", headers), "m").body(Map.of("a", 1)).call();
    house.ask(api("contentType: text/plain", headers), "m").body("x").call();

    assertThat(server.takeRequest().getHeaders().values("Content-Type"))
        .singleElement()
        .satisfies(type -> assertThat(type).startsWith("multipart/form-data; boundary="));
    assertThat(server.takeRequest().getHeaders().values("Content-Type"))
        .containsExactly("text/plain; charset=UTF-8");
  }

  @Test
  void retriesAndRedirectsSendTheBodyAgain() throws Exception {
    answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "0"));
    answer(new MockResponse.Builder().code(307).addHeader("Location", "/other"));
    answer(new MockResponse.Builder().body("ok"));

    var response =
        house
            .ask(api("contentType: multipart/form-data", "", "idempotent: true"), "m")
            .body(Map.of("f", Map.of("base64", FILE)))
            .call();

    assertThat(response.failure()).isNull();
    var first = server.takeRequest();
    for (int i = 0; i < 2; i++) {
      var again = server.takeRequest();
      assertThat(again.getBody()).isEqualTo(first.getBody());
      assertThat(again.getHeaders().get("Content-Type"))
          .isEqualTo(first.getHeaders().get("Content-Type"));
      assertThat(again.getHeaders().get("Content-Length"))
          .isEqualTo(String.valueOf(first.getBody().size()));
    }
  }

  @Test
  void aBodyThatTheUpstreamDoesNotReadIsStillOneCall() {
    answer(new MockResponse.Builder().onRequestBody(new SocketEffect.CloseSocket()));

    var response =
        house.ask(api("contentType: text/plain", ""), "m").body("x".repeat(3_000_000)).call();

    assertThat(response.failure().kind()).isEqualTo(Kind.IN_DOUBT);
    assertThat(server.getRequestCount()).isLessThanOrEqualTo(1);
  }

  @Test
  void readsXmlAndTextInTheirCharsets() {
    answers("application/xml", "<?xml version='1.0' encoding='ISO-8859-1'?><ü/>", "ISO-8859-1");
    answers("text/xml; charset=utf-8", "<ü/>", "UTF-8");
    answers("text/plain", "\ufeffgrün", "UTF-8");
    answers("text/plain; charset=windows-1252", "5 €", "windows-1252");
    answers("application/json", "\ufeff{\"a\":\"ü\"}", "UTF-8");
    answers("application/json", "\ufeff{\"a\":\"ü\"}", "UTF-16LE");

    var bodies =
        Arrays.asList(get(), get(), get(), get(), get(), get()).stream()
            .map(ApiResponse::body)
            .toList();

    assertThat(bodies)
        .containsExactly(
            "<?xml version='1.0' encoding='ISO-8859-1'?><ü/>",
            "<ü/>",
            "grün",
            "5 €",
            Map.of("a", "ü"),
            Map.of("a", "ü"));
  }

  @Test
  void noBodyIsAbsentWhateverItsHeadersSay() {
    answer(new MockResponse.Builder().code(204).addHeader("Content-Type", "application/json"));
    answer(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .setHeader("Content-Length", "99999999999"));

    var none = get();
    var head = house.ask(api("{}", "", "verb: HEAD"), "m").call();

    assertThat(none.body()).isSameAs(Expression.ABSENT);
    assertThat(none.failure()).isNull();
    assertThat(head.failure()).isNull();
    assertThat(head.body()).isSameAs(Expression.ABSENT);
  }

  @Test
  void aMethodMayLiveElsewhere() throws Exception {
    house.credential("key", "{kind: bearer, token: canary-4711}");
    try (var other = new MockWebServer()) {
      other.start();
      other.enqueue(new MockResponse.Builder().build());
      answer(new MockResponse.Builder());
      var auth = "auth: {kind: bearer, credential: key}";
      var elsewhere = "baseUrl: 'http://127.0.0.1:%d/up/'".formatted(other.getPort());
      var open = elsewhere + "\n    security: []";

      var refused = house.ask(api("{}", auth, elsewhere), "m").body(1).call();
      var home = house.ask(api("{}", auth), "m").body(1).call();
      var without = house.ask(api("{}", auth, open), "m").body(1).call();

      assertThat(refused.failure().kind()).isEqualTo(Kind.AUTH);
      assertThat(refused.failure().detail())
          .contains("http://127.0.0.1:" + other.getPort())
          .contains("'key'")
          .contains("origins");
      assertThat(home.failure()).isNull();
      assertThat(without.failure()).isNull();
      var sent = other.takeRequest();
      assertThat(sent.getTarget()).isEqualTo("/up/x");
      assertThat(sent.getHeaders().get("Authorization")).isNull();
      assertThat(server.takeRequest().getHeaders().get("Authorization"))
          .isEqualTo("Bearer canary-4711");
    }
  }

  @Test
  void namesTheVariableWithoutAValue() {
    var response =
        house.ask(api("{}", "", "baseUrl: 'https://{region}.example.com'"), "m").body(1).call();

    assertThat(response.failure().detail()).contains("'region'").contains("method 'm'");
  }

  private ApiResponse get() {
    return house.ask(api("{}", "", "verb: GET"), "m").call();
  }

  private void answers(String type, String text, String charset) {
    answer(
        new MockResponse.Builder()
            .addHeader("Content-Type", type)
            .body(new Buffer().writeString(text, Charset.forName(charset))));
  }

  private void answer(MockResponse.Builder response) {
    server.enqueue(response.build());
  }

  private RecordedRequest send(String body, @Nullable Object value) throws Exception {
    answer(new MockResponse.Builder());
    var response = house.ask(api(body, ""), "m").body(value).call();
    assertThat(response.failure()).isNull();
    return server.takeRequest();
  }

  private String refused(String body, @Nullable Object value) {
    var response = house.ask(api(body, ""), "m").body(value).call();
    assertThat(response.failure().kind()).isEqualTo(Kind.CONFIGURATION);
    return response.failure().detail();
  }

  private Api api(String body, String more) {
    return api(body, more, "idempotent: false");
  }

  private Api api(String body, String more, String ofMethod) {
    return CallFixture.api(
        """
        name: Api
        baseUrl: http://127.0.0.1:%d
        %s
        schemas:
          File: {type: string, format: binary}
          Base: {properties: {other: {type: string}}}
        methods:
          - name: m
            %s
            path: /x
            body:
        %s
        """
            .formatted(
                server.getPort(),
                more,
                ofMethod.contains("verb") ? ofMethod : "verb: POST\n    " + ofMethod,
                body.indent(6).stripTrailing()));
  }

  private static String boundary(RecordedRequest request) {
    var type = String.valueOf(request.getHeaders().get("Content-Type"));
    assertThat(type).startsWith("multipart/form-data; boundary=");
    return type.substring(type.indexOf('=') + 1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void part(Buffer out, String boundary, String name, String type, byte[] value) {
    out.writeUtf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"")
        .writeUtf8(type + "\r\n\r\n")
        .write(value)
        .writeUtf8("\r\n");
  }

  private static void file(Buffer out, String boundary, String name, String filename, String type) {
    out.writeUtf8(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, name, filename, type))
        .write(BYTES)
        .writeUtf8("\r\n");
  }
}
