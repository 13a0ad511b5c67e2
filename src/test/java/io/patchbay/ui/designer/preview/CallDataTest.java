package io.patchbay.ui.designer.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import io.patchbay.http.SentRequest;
import io.patchbay.http.SentRequest.Header;
import io.patchbay.run.StepRun;
import io.patchbay.run.StepState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CallDataTest {

  private static StepRun ran(JsonNode request, JsonNode output) {
    return new StepRun(
        "call", "call", StepState.SUCCEEDED, "next", 1, null, 1.0, null, output, null, request);
  }

  @Test
  void expressions_see_what_was_sent_but_not_the_credential() {
    var sent =
        new SentRequest(
            "POST",
            "https://crm.example.com/v3/contacts?page=2&q=a%20b",
            List.of(
                new Header("X-Trace", "t1", "flow: Trace"),
                new Header("Authorization", "Bearer " + SentRequest.MASK, "credential")),
            "{\"id\": 7}");
    var request = Json.MAPPER.createObjectNode().set("sent", Json.toTree(sent));

    var names = CallData.of(ran(request, Json.toTree(Map.of("status", 404))));

    assertThat(names.get("request"))
        .isEqualTo(
            Map.of(
                "verb",
                "POST",
                "url",
                "https://crm.example.com/v3/contacts?page=2&q=a%20b",
                "path",
                "/v3/contacts",
                "query",
                Map.of("page", "2", "q", "a b"),
                "headers",
                Map.of("x-trace", "t1"),
                "body",
                Map.of("id", 7)));
    assertThat(names.get("response")).isEqualTo(Map.of("status", 404));
  }

  @Test
  void a_step_that_sent_nothing_has_no_such_names() {
    assertThat(CallData.of(ran(null, null))).isEmpty();
  }
}
