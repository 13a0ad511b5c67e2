package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiCheck;
import io.patchbay.common.Json;
import io.patchbay.credential.Auth;
import io.patchbay.testing.Material;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PostmanReaderTest {

  @Test
  void eachRequestOfTheMaterialIsAMethod() throws IOException {
    List<String> rows = Material.text("postman/index.tsv").lines().skip(1).toList();
    for (String row : rows) {
      String[] cells = row.split("\t", -1);
      var source = source(Files.readString(Material.file("postman/" + cells[0])));

      var result = new PostmanReader().read(source, Documents.NONE);

      assertThat(new PostmanReader().recognises(source)).as(cells[0]).isTrue();
      assertThat(result.apis().stream().mapToInt(api -> api.api().methods().size()).sum())
          .as(cells[0])
          .isEqualTo(Integer.parseInt(cells[4]));
      result.apis().forEach(api -> assertThat(ApiCheck.problems(api.api())).as(cells[0]).isEmpty());
    }
  }

  @Test
  void readsAllThatACollectionMayHold() throws IOException {
    var result = read();
    var api = result.apis().getFirst().api();

    assertThat(result.title()).isEqualTo("Postman collection 2.1");
    assertThat(result.apis())
        .extracting(imported -> imported.api().baseUrl())
        .containsExactly("https://shop.example.com/api/v3", "https://{unknown}");
    assertThat(api.methods())
        .extracting(method ->
            method.name() + " " + method.verb() + " " + method.path() + " " + method.tags())
        .containsExactly(
            "getALine GET /orders/{orderId}/lines/{lineId} [Orders / Lines]",
            "createAnOrder POST /orders [Orders]",
            "createAnOrder2 POST /orders [Orders]",
            "upload PUT /orders/{orderId}/file [Orders]",
            "ask POST /graphql [Orders]",
            "rawFile POST /blob [Orders]",
            "signed GET /signed [Orders]",
            "short GET /health []");
    assertThat(api.description()).isEqualTo("All about **orders**");
    assertThat(ApiCheck.problems(api)).isEmpty();
    assertThat(ApiCheck.problems(result.apis().get(1).api())).isEmpty();
  }

  @Test
  void inheritsAuthentication() throws IOException {
    var imported = read().apis().getFirst();
    var api = imported.api();

    assertThat(api.auth()).isEqualTo(new Auth.OAuth2ClientCredentials(null, List.of()));
    assertThat(api.securitySchemes().get("oauth2").flows().get("clientCredentials").tokenUrl())
        .isEqualTo("https://id.example.com/token");
    assertThat(imported.credential().document().toString())
        .isEqualTo(
            "{\"kind\":\"oauth2ClientCredentials\",\"tokenUrl\":\"https://id.example.com/token\",\"clientId\":\"patchbay\","
                + "\"clientSecret\":\"TOPs3cret0\",\"clientAuth\":\"post\",\"scopes\":[\"orders:read\",\"orders:write\"]}");
    assertThat(api.method("createAnOrder").orElseThrow().security()).isNull();
    assertThat(api.method("createAnOrder2").orElseThrow().isWithoutAuth()).isTrue();
    assertThat(api.method("signed").orElseThrow().security().toString())
        .isEqualTo("[{awsSigV4=[]}]");
    assertThat(Json.write(api) + imported).doesNotContain("TOPs3cret0");
  }

  @Test
  void keepsInputsBodiesAndAnswers() throws IOException {
    var api = read().apis().getFirst().api();
    var line = api.method("getALine").orElseThrow();
    var create = api.method("createAnOrder").orElseThrow();
    var form = api.method("createAnOrder2").orElseThrow();
    var upload = api.method("upload").orElseThrow();

    assertThat(line.parameters())
        .extracting(p -> p.in().word() + " " + p.name() + " " + p.required())
        .containsExactly(
            "path orderId true",
            "path lineId true",
            "query page true",
            "query q true",
            "query all false",
            "header X-Tenant true",
            "header X-Trace false");
    assertThat(line.parameter("orderId").orElseThrow().description()).isEqualTo("of the order");
    assertThat(line.parameter("orderId").orElseThrow().example().toString()).isEqualTo("17");
    assertThat(line.parameter("X-Tenant").orElseThrow().defaultValue().asString())
        .isEqualTo("acme");
    assertThat(line.responses())
        .extracting(r -> r.status() + " " + r.description())
        .containsExactly("200 Found", "404 None");
    assertThat(line.responses().getFirst().schema().at("/properties").propertyNames())
        .containsExactly("id", "note");
    assertThat(create.body().example().toString())
        .isEqualTo("{\"amount\":\"{{amount}}\",\"ref\":\"{{$guid}}\",\"tenant\":\"acme\"}");
    assertThat(create.description()).isEqualTo("Makes it, with (left out).");
    assertThat(form.body().contentType()).isEqualTo("application/x-www-form-urlencoded");
    assertThat(form.body().example().toString()).isEqualTo("{\"amount\":3}");
    assertThat(form.body().schema().at("/properties/note/description").asString())
        .isEqualTo("for us");
    assertThat(upload.body().schema().at("/properties/file/format").asString()).isEqualTo("binary");
    assertThat(upload.body().encoding().get("meta").contentType()).isEqualTo("application/json");
    assertThat(upload.body().example().toString()).isEqualTo("{\"meta\":{\"a\":1}}");
    assertThat(api.method("ask").orElseThrow().body().example().at("/variables/id").asString())
        .isEqualTo("{{orderId}}");
    assertThat(
            api.method("rawFile").orElseThrow().body().schema().path("contentEncoding").asString())
        .isEqualTo("base64");
  }

  @Test
  void takesTheWaysThatNeedMoreThanAHeader() {
    assertThat(login("digest", "username: ada, password: 's3cret-of-ada'"))
        .isEqualTo("{kind=digest, username=ada, password=s3cret-of-ada}");
    assertThat(
            login(
                "awsv4",
                "accessKey: AKIA1234567890, secretKey: 'wJalrXUtnFEMI/K7', region: eu-west-1, service: execute-api"))
        .isEqualTo("{kind=awsSigV4, accessKeyId=AKIA1234567890, secretAccessKey=wJalrXUtnFEMI/K7}");
    assertThat(
            login(
                "oauth2",
                "grant_type: authorization_code_with_pkce, authUrl: 'https://id.example.com/auth', accessTokenUrl: 'https://id.example.com/token', clientId: patchbay, scope: 'a b'"))
        .isEqualTo(
            "{kind=oauth2AuthorizationCode, tokenUrl=https://id.example.com/token, clientId=patchbay, clientAuth=none, authorizationUrl=https://id.example.com/auth, scopes=[a, b]}");
    assertThat(
            login(
                "oauth2",
                "grant_type: password_credentials, accessTokenUrl: 'https://id.example.com/token', clientId: patchbay, clientSecret: 'TOPs3cret0', username: ada, password: 'TOPs3cret1'"))
        .isEqualTo(
            "{kind=oauth2Password, tokenUrl=https://id.example.com/token, clientId=patchbay, clientSecret=TOPs3cret0, clientAuth=basic, username=ada, password=TOPs3cret1, scopes=[]}");
  }

  private static String login(String type, String settings) {
    var collection =
        """
        info: {name: Shop, schema: "https://schema.getpostman.com/json/collection/v2.0.0/collection.json"}
        auth: {type: %s, %s: {%s}}
        item: [{name: A, request: {method: GET, url: "https://shop.example/a"}}]
        """
            .formatted(type, type, settings);
    var json = Json.write(Json.readDocument(collection, JsonNode.class));
    var source = source(json);
    var imported = new PostmanReader().read(source, Documents.NONE).apis().getFirst();
    assertThat(Json.write(imported.api())).doesNotContain("TOPs3cret").doesNotContain("wJalr");
    return Json.MAPPER.convertValue(imported.credential().document(), Map.class).toString();
  }

  @Test
  void notesWhatCouldNotBeTaken() throws IOException {
    var result = read();

    assertThat(result.issues())
        .extracting(issue -> issue.where() + ": " + issue.message())
        .anyMatch(text -> text.startsWith("event: 2 scripts were not taken"))
        .anyMatch(text -> text.contains("{{$guid}} (1 place)"))
        .anyMatch(text -> text.startsWith("item[2]: "));
    assertThat(result.issues())
        .filteredOn(issue -> issue.where().equals("item[2]"))
        .extracting(ImportIssue::line)
        .containsExactly(40);
    assertThat(result.apis().getFirst().issues())
        .anyMatch(issue -> issue.message().contains("awsSigV4"))
        .anyMatch(issue -> issue.message().contains("variables where JSON has none"));
    assertThat(result.apis().get(1).issues())
        .anyMatch(issue -> issue.message().contains("'unknown' in the address"));
    assertThat(result.toString()).doesNotContain("TOPs3cret0");
  }

  private static ImportResult read() throws IOException {
    return new PostmanReader()
        .read(source(Material.resource("importing/shop.postman.json")), Documents.NONE);
  }

  private static SourceText source(String text) {
    return new SourceText("collection.json", text);
  }
}
