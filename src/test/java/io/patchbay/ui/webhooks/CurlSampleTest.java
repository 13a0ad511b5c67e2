package io.patchbay.ui.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Verb;
import io.patchbay.common.Json;
import io.patchbay.flow.Trigger;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The commands can be pasted into a shell as they are, whatever the sample holds. */
class CurlSampleTest {

  private static final String HOOKS = "https://pb.example/hooks/sales/";

  @Test
  void sendsAnEmptyObjectWithoutASample() {
    assertThat(CurlSample.of(HOOKS + "in", hook("in", Verb.POST), null))
        .isEqualTo(
            """
            curl -X POST 'https://pb.example/hooks/sales/in' \\
              -H 'Content-Type: application/json' \\
              --data-raw '{}'\
            """);
  }

  @Test
  void sendsTheBodyOfTheSampleAndQuotesIt() {
    JsonNode pin = json("{\"body\":{\"title\":\"Can't sign in\"},\"query\":{}}");

    assertThat(CurlSample.of(HOOKS + "in", hook("in", Verb.POST), pin))
        .endsWith(
            """
            --data-raw '{
              "title" : "Can'\\''t sign in"
            }'\
            """);
  }

  @Test
  void textIsSentAsText() {
    assertThat(
            CurlSample.of(HOOKS + "in", hook("in", Verb.PUT), json("{\"body\":\"plain words\"}")))
        .contains("'Content-Type: text/plain'")
        .endsWith("--data-raw 'plain words'");
  }

  @Test
  void fillsPathAndQueryFromTheSample() {
    JsonNode pin =
        json("{\"path\":{\"order\":\"7/a b\"},\"query\":{\"q\":\"x&y\",\"list\":[1,2]}}");

    assertThat(CurlSample.of(HOOKS + "{order}", hook("{order}", Verb.GET), pin))
        .isEqualTo("curl 'https://pb.example/hooks/sales/7%2Fa%20b?q=x%26y'");
  }

  @Test
  void namesParametersThatHaveNoSample() {
    assertThat(CurlSample.of(HOOKS + "{order}", hook("{order}", Verb.DELETE), null))
        .isEqualTo("curl -X DELETE 'https://pb.example/hooks/sales/ORDER'");
  }

  @Test
  void prefersPost() {
    assertThat(CurlSample.of(HOOKS + "in", hook("in", Verb.GET, Verb.POST), null))
        .startsWith("curl -X POST ");
  }

  private static Trigger.Webhook hook(String path, Verb... verbs) {
    return Trigger.Webhook.of("in", null, path, List.of(verbs));
  }

  private static JsonNode json(String text) {
    return Json.MAPPER.readTree(text);
  }
}
