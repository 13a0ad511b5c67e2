package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import io.patchbay.credential.Auth;
import io.patchbay.credential.Auth.ApiKey.In;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurlSecretsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "-H 'Authorization: Bearer TOPs3cret0'            | bearer | {\"kind\":\"bearer\",\"token\":\"TOPs3cret0\"}",
        "--oauth2-bearer TOPs3cret0                       | bearer | {\"kind\":\"bearer\",\"token\":\"TOPs3cret0\"}",
        "-u ann:TOPs3cret0                                | basic  | {\"kind\":\"basic\",\"username\":\"ann\",\"password\":\"TOPs3cret0\"}",
        "-uann:TOPs3cret0                                 | basic  | {\"kind\":\"basic\",\"username\":\"ann\",\"password\":\"TOPs3cret0\"}",
        "--digest -u ann:TOPs3cret0                       | digest | {\"kind\":\"digest\",\"username\":\"ann\",\"password\":\"TOPs3cret0\"}",
        "--aws-sigv4 aws:amz:eu-west-1:sqs -u AKID9:TOPs3cret0 | awsSigV4 eu-west-1 sqs | {\"kind\":\"awsSigV4\",\"accessKeyId\":\"AKID9\",\"secretAccessKey\":\"TOPs3cret0\"}",
        "-u sk_live_TOPs3cret0:                           | basic  | {\"kind\":\"basic\",\"username\":\"sk_live_TOPs3cret0\",\"password\":\"\"}",
        "-H 'authorization: Basic YW5uOlRPUHMzY3JldDA='   | basic  | {\"kind\":\"basic\",\"username\":\"ann\",\"password\":\"TOPs3cret0\"}",
        "-H 'X-API-Key: TOPs3cret0'                       | header X-API-Key | {\"kind\":\"apiKey\",\"value\":\"TOPs3cret0\"}",
        "-H 'Ocp-Apim-Subscription-Key: TOPs3cret0'       | header Ocp-Apim-Subscription-Key | {\"kind\":\"apiKey\",\"value\":\"TOPs3cret0\"}",
        "-H 'X-Shopify-Access-Token: TOPs3cret0'          | header X-Shopify-Access-Token | {\"kind\":\"apiKey\",\"value\":\"TOPs3cret0\"}",
        "-H 'Authorization: token TOPs3cret0'             | header Authorization | {\"kind\":\"apiKey\",\"value\":\"token TOPs3cret0\"}",
        "-H 'Authorization: TOPs3cret0'                   | header Authorization | {\"kind\":\"apiKey\",\"value\":\"TOPs3cret0\"}",
        "-G -d api_key=TOPs3cret0                         | query api_key | {\"kind\":\"apiKey\",\"value\":\"TOPs3cret0\"}",
        "-G -d access_token=TOPs3cret0                    | query access_token | {\"kind\":\"apiKey\",\"value\":\"TOPs3cret0\"}",
        "-G -d appid=b1b15e88fa797225412429c1c50c122a     | query appid | {\"kind\":\"apiKey\",\"value\":\"b1b15e88fa797225412429c1c50c122a\"}",
        "-b 'theme=dark; JSESSIONID=TOPs3cret0'           | cookie JSESSIONID | {\"kind\":\"apiKey\",\"value\":\"TOPs3cret0\"}",
      })
  void secretsBecomeACredential(String options, String auth, String document) {
    var imported = read("curl https://api.example.com/orders " + options);

    assertThat(word(imported.api().auth())).isEqualTo(auth);
    assertThat(imported.credential()).isNotNull();
    assertThat(imported.credential().document().toString()).isEqualTo(document);
    assertThat(Json.write(imported.api()) + imported + imported.issues())
        .doesNotContain("TOPs3cret0")
        .doesNotContain("b1b15e88fa797225412429c1c50c122a")
        .doesNotContain("YW5uOlRPUHMzY3JldDA");
  }

  @Test
  void aSignatureOfAwsGivesRegionAndServiceAndNothingElse() {
    var imported =
        read(
            """
            curl https://api.example.com/orders -H 'X-Amz-Date: 20150830T123600Z' \
             -H 'X-Amz-Security-Token: TOPs3cret0' -H 'Authorization: AWS4-HMAC-SHA256 \
             Credential=AKIDEXAMPLE/20150830/us-east-2/service/aws4_request, SignedHeaders=host, Signature=0123456789abcdef'
            """
                .replace("\\\n ", " "));

    assertThat(imported.api().auth()).isEqualTo(new Auth.AwsSigV4(null, "us-east-2", "service"));
    assertThat(imported.credential()).isNull();
    assertThat(Json.write(imported.api()))
        .doesNotContain("TOPs3cret0")
        .doesNotContain("AKIDEXAMPLE")
        .doesNotContain("Amz");
  }

  @Test
  void aClientCertificateIsToBeUploaded() {
    var imported = read("curl https://api.example.com/orders --cert me.pem --key me.key");

    assertThat(imported.api().auth()).isEqualTo(new Auth.ClientCertificate(null));
    assertThat(imported.credential()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$OPENAI_API_KEY",
        "${TOKEN}",
        "{{token}}",
        "<token>",
        "<YOUR_TOKEN>",
        "YOUR_API_KEY",
        "YOUR-TOKEN-HERE",
        "xxxx",
        "xxxxxxxx-xxxx",
        "****",
        "{access_token}",
        "ACCESS_TOKEN",
        "sk-...",
        "API_KEY",
        "my_token",
        "your_api_key_here",
        "[token]",
        "%TOKEN%",
        "REPLACE_ME",
        "access-token"
      })
  void placeholdersAreNoSecrets(String value) {
    var bearer =
        read("curl https://api.example.com/orders -H 'Authorization: Bearer " + value + "'");
    var key = read("curl https://api.example.com/orders -H 'x-api-key: " + value + "'");

    assertThat(bearer.api().auth()).isEqualTo(new Auth.Bearer(null));
    assertThat(bearer.credential()).isNull();
    assertThat(key.api().auth()).isEqualTo(new Auth.ApiKey(null, In.HEADER, "x-api-key"));
    assertThat(key.credential()).isNull();
  }

  @Test
  void secretsInBodiesAreLeftOut() {
    var imported =
        read(
            "curl https://api.example.com/login -H 'Content-Type: application/json' -d"
                + " '{\"user\":\"ann\",\"password\":\"TOPs3cret0\",\"deep\":[{\"client_secret\":\"TOPs3cret0\"}]}'");
    var form =
        read("curl https://api.example.com/token -d 'grant_type=x&client_secret=TOPs3cret0'");

    assertThat(Json.write(imported.api())).contains("\"ann\"").doesNotContain("TOPs3cret0");
    assertThat(Json.write(form.api())).contains("grant_type").doesNotContain("TOPs3cret0");
  }

  @Test
  void furtherSecretsBecomeInputsWithoutAValue() {
    var imported =
        read(
            "curl https://api.example.com/orders -H 'DD-API-KEY: TOPs3cret0' -H"
                + " 'DD-APPLICATION-KEY: TOPs3cret0-2'");

    var input = imported.api().methods().getFirst().parameter("DD-APPLICATION-KEY").orElseThrow();
    assertThat(input.redacted()).isTrue();
    assertThat(input.example()).isNull();
    assertThat(input.defaultValue()).isNull();
    assertThat(Json.write(imported.api()) + imported.issues()).doesNotContain("TOPs3cret0");
    assertThat(imported.issues()).anyMatch(issue -> issue.message().contains("DD-APPLICATION-KEY"));
  }

  @Test
  void nothingThatIsReadShowsSecrets() {
    String script =
        "curl -u ann:TOPs3cret0 -H 'X-Api-Key: TOPs3cret0' 'https://ann:TOPs3cret0@h.example/x?token=TOPs3cret0' -d TOPs3cret0";
    var commands = CurlScript.read(script).commands();
    var options = CurlOptions.parse(commands.getFirst().arguments());
    var requests = CurlTransfers.of(options.getFirst(), null);

    assertThat(
            List.of(commands, options, requests, requests.requests().getFirst().headers())
                .toString())
        .doesNotContain("TOPs3cret0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -H @TOPs3cret0 https://h.example",
        "TOPs3cret0 TOPs3cret0",
        "curl https://h.example\n  -uann:TOPs3cret0",
        "curl --user=TOPs3cret0 https://h.example",
        "curl 'https://ann:TOPs3cret0@h.example/a b'",
        "curl https://h.example -H 'Authorization: Bearer TOPs3cret0",
      })
  void messagesShowNoSecrets(String script) {
    String shown = "";
    try {
      var result = new CurlReader().read(new SourceText("pasted", script), Documents.NONE);
      shown = result.issues().toString();
    } catch (io.patchbay.common.InvalidException e) {
      shown = e.getMessage();
    }
    assertThat(shown.replace("file TOPs3cret0", "file …"))
        .isNotEmpty()
        .doesNotContain("TOPs3cret0");
  }

  private static String word(Auth auth) {
    return switch (auth) {
      case Auth.Bearer _ -> "bearer";
      case Auth.Basic _ -> "basic";
      case Auth.ApiKey key -> key.in().word() + " " + key.name();
      case Auth.AwsSigV4 aws -> "awsSigV4 %s %s".formatted(aws.region(), aws.service());
      default -> auth.kind();
    };
  }

  private static ImportedApi read(String script) {
    return new CurlReader()
        .read(new SourceText("pasted", script), Documents.NONE)
        .apis()
        .getFirst();
  }
}
