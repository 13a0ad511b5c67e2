package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Access.Role;
import io.patchbay.common.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Importing and refreshing as a client of the management API does it. */
@RestTest
class ImportApiIT {

  private static final String SHOP =
      """
      openapi: 3.0.3
      info: {title: Shop, version: '1'}
      servers: [{url: 'https://shop.example/v1'}]
      paths:
        /orders:
          get:
            operationId: listOrders
            responses: {'200': {description: Them.}}
        /items:
          get:
            operationId: listItems
            responses: {'200': {description: Them.}}
      """;

  @Autowired Team team;
  @LocalServerPort int port;

  private String apis;
  private String token;
  private Caller caller;

  @BeforeEach
  void enter() {
    var workspace = team.workspace();
    apis = "/api/v1/workspaces/" + workspace + "/apis";
    token = team.token(workspace, Role.EDITOR);
    caller = Caller.nobody(port).withToken(token);
  }

  @Test
  void aFileIsImportedAfterALookAtIt() throws Exception {
    var preview = upload("/import?dryRun=true", Map.of("shop.yaml", SHOP), Map.of());

    assertThat(preview.statusCode()).isEqualTo(200);
    var api = json(preview).path("apis").path(0);
    assertThat(api.path("slug").stringValue()).isEqualTo("shop");
    assertThat(api.path("methodNames")).hasSize(2);
    assertThat(caller.get(apis).json().path("items")).isEmpty();

    var saved =
        upload(
            "/import",
            Map.of("shop.yaml", SHOP),
            Map.of("slug", "my-shop", "methods", "listOrders"));

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
    assertThat(json(saved).path("apis").path(0).path("methods").intValue()).isEqualTo(1);
    assertThat(caller.get(apis + "/my-shop").json().path("methods")).hasSize(1);
    assertThat(caller.get(apis + "/my-shop/source").json().path("name").stringValue())
        .isEqualTo("shop.yaml");
  }

  @Test
  void severalFilesReferToEachOther() throws Exception {
    var files =
        Map.of(
            "api/shop.yaml",
            SHOP.replace(
                "responses: {'200': {description: Them.}}",
                "responses: {'200': {$ref: 'parts/them.yaml'}}"),
            "api/parts/them.yaml",
            "{description: Them., content: {application/json: {schema: {type: string}}}}");

    var saved = upload("/import", new java.util.TreeMap<>(files).descendingMap(), Map.of());

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
    assertThat(json(saved).path("issues")).as(saved.body()).isEmpty();
    assertThat(caller.get(apis + "/shop").body()).contains("\"type\":\"string\"");
  }

  @Test
  void anAddressWithinIsRefusedByTheGuard() {
    var answer = caller.post(apis + "/import", Map.of("url", "http://169.254.169.254/latest"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("The egress guard refused 169.254.169.254:80");
  }

  @Test
  void aReferenceToAnAddressWithinIsListedAndTheRestImported() {
    var content =
        SHOP.replace(
            "responses: {'200': {description: Them.}}",
            "responses: {'200': {$ref: 'http://10.0.0.1/them.yaml'}}");

    var kept = caller.post(apis + "/import", Map.of("content", content));
    var allowed =
        caller.post(
            apis + "/import", Map.of("content", content, "allowExternal", true, "slug", "b"));

    assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    assertThat(kept.body()).contains("only read where that is allowed");
    assertThat(allowed.status()).isEqualTo(201);
    assertThat(allowed.body()).contains("The egress guard refused 10.0.0.1:80");
    assertThat(allowed.json().path("apis").path(0).path("methods").intValue()).isEqualTo(2);
  }

  @Test
  void anUploadThatIsTooLargeIsRefusedWithItsLimit() throws Exception {
    var boundary = "b0undary";
    var head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.json\"\r\n\r\n"
            .formatted(boundary)
            .getBytes(StandardCharsets.UTF_8);
    var tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
    var answer =
        send(
            "/import",
            boundary,
            BodyPublishers.ofInputStream(() ->
                new SequenceInputStream(
                    new SequenceInputStream(new ByteArrayInputStream(head), zeros(200_000_000)),
                    new ByteArrayInputStream(tail))));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(answer).path("detail").stringValue()).contains("At most 32 MiB are taken");
    assertThat(caller.get(apis).status()).isEqualTo(200);
  }

  @Test
  void whatIsNoDescriptionIsRefusedWithWhatItIs() throws Exception {
    var word = new String(new byte[] {'P', 'K', 3, 4}, StandardCharsets.ISO_8859_1);
    refused("api.docx", word + "word/document.xml", "Word");
    refused("a.html", "<!DOCTYPE html><html></html>", "web page");
    refused("a.json", SHOP_JSON.substring(0, 40), "");
    refused(
        "a.json",
        "{\"openapi\":\"3.0.0\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
        "");
    refused("a.yaml", "openapi: 3.0.0\n" + bomb(), "");
    refused("a.json", "{\"one\":1,\"two\":2}", "it has 'one', 'two'");
    refused("empty.yaml", "", "nothing in it");
  }

  @Test
  void aRefreshIsShownTakenAndUndone() {
    var first = Map.of("content", SHOP);
    assertThat(caller.post(apis + "/import", first).status()).isEqualTo(201);
    var newer = Map.of("content", SHOP.replace("listItems", "allItems").replace("/items", "/all"));
    var before = caller.get(apis + "/shop").json();

    var preview = caller.post(apis + "/shop/refresh?dryRun=true", newer);

    assertThat(preview.status()).as(preview.body()).isEqualTo(200);
    assertThat(preview.json().path("methods").values())
        .extracting(m -> m.path("name").stringValue() + " " + m.path("state").stringValue())
        .containsExactlyInAnyOrder("allItems new", "listItems gone");
    var hash = preview.json().path("hash").stringValue();
    var taken =
        caller
            .post(apis + "/shop/refresh", Map.of("hash", hash, "skip", List.of("listItems")))
            .json();
    assertThat(taken.path("changed").booleanValue()).isTrue();
    assertThat(taken.path("methods").intValue()).isEqualTo(3);
    assertThat(caller.post(apis + "/shop/refresh", Map.of("hash", hash)).status()).isEqualTo(409);

    var id = taken.path("refresh").path("id").stringValue();
    assertThat(caller.get(apis + "/shop/refreshes").json().path("items")).hasSize(1);
    assertThat(caller.post(apis + "/shop/refreshes/" + id + "/undo", null).status()).isEqualTo(200);
    assertThat(caller.get(apis + "/shop").json()).isEqualTo(before);
  }

  @Test
  void anExampleMakesAMethod() {
    var answer =
        caller.post(
            apis + "/import/example",
            Map.of(
                "name",
                "Pets",
                "url",
                "https://pets.example/v1/pets/4711?verbose=true",
                "responseBody",
                Map.of("id", 4711, "name", "Rex")));

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().path("apis").path(0).path("slug").stringValue()).isEqualTo("pets");
    var method = caller.get(apis + "/pets").json().path("methods").path(0);
    assertThat(method.path("path").stringValue()).contains("{");
    assertThat(Json.write(method)).contains("verbose").contains("integer");
  }

  @Test
  void whatGoesOutComesInAgain() {
    assertThat(caller.post(apis + "/import", Map.of("content", SHOP)).status()).isEqualTo(201);

    var own = caller.get(apis + "/shop/export");
    var openApi = caller.get(apis + "/shop/export?as=openapi");

    assertThat(openApi.json().path("openapi").stringValue()).startsWith("3.1");
    for (var document : List.of(own, openApi)) {
      var again =
          caller.post(apis + "/import", Map.of("content", document.json(), "slug", "again"));
      assertThat(again.status()).as(again.body()).isEqualTo(201);
      assertThat(caller.get(apis + "/again").json().path("methods"))
          .isEqualTo(own.json().path("methods"));
      caller.delete(apis + "/again");
    }
    assertThat(caller.get(apis + "/shop/export?as=raml").status()).isEqualTo(422);
    var yaml =
        caller.send("GET", apis + "/shop/export", null, Map.of("Accept", "application/yaml"));
    assertThat(yaml.body()).startsWith("format: patchbay/api@1\n");
    assertThat(Json.readDocument(yaml.body(), JsonNode.class)).isEqualTo(own.json());
  }

  private static final String SHOP_JSON = Json.write(Json.readDocument(SHOP, JsonNode.class));

  /** Nine levels of aliases: a billion values. */
  private static String bomb() {
    var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      var aliases = ("*a" + (i - 1) + ", ").repeat(10);
      yaml.append("a%d: &a%d [%s]\n".formatted(i, i, aliases.substring(0, aliases.length() - 2)));
    }
    return yaml + "paths: *a9\n";
  }

  private void refused(String name, String content, String message) throws Exception {
    var start = System.nanoTime();
    var answer = upload("/import", Map.of(name, content), Map.of());

    assertThat(answer.statusCode()).as("%s: %s", name, answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains(message).hasSizeLessThan(2_000);
    assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(10);
    assertThat(caller.get(apis).json().path("items")).isEmpty();
  }

  private HttpResponse<String> upload(
      String path, Map<String, String> files, Map<String, String> fields) throws Exception {
    var boundary = "b0undary";
    var parts =
        files.entrySet().stream()
                .map(file ->
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, file.getKey(), file.getValue()))
                .collect(Collectors.joining())
            + fields.entrySet().stream()
                .map(field ->
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, field.getKey(), field.getValue()))
                .collect(Collectors.joining());
    return send(path, boundary, BodyPublishers.ofString(parts + "--" + boundary + "--\r\n"));
  }

  private HttpResponse<String> send(String path, String boundary, HttpRequest.BodyPublisher body)
      throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + apis + path))
              .header("Content-Type", "multipart/form-data; boundary=" + boundary)
              .header("Authorization", "Bearer " + token)
              .POST(body)
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return Json.MAPPER.readTree(answer.body());
  }

  private static InputStream zeros(long length) {
    return new InputStream() {
      private long left = length;

      @Override
      public int read() {
        return left-- > 0 ? '0' : -1;
      }

      @Override
      public int read(byte[] buffer, int offset, int most) {
        if (left <= 0) {
          return -1;
        }
        int count = (int) Math.min(most, left);
        java.util.Arrays.fill(buffer, offset, offset + count, (byte) '0');
        left -= count;
        return count;
      }
    };
  }
}
