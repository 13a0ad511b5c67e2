package io.patchbay.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.http.SentRequest;
import io.patchbay.http.SentRequest.Header;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentRequestViewTest {

  @Test
  void theCommandSendsTheSameWithoutWhatCurlAddsItself() {
    var request =
        new SentRequest(
            "POST",
            "https://crm.example.com/contacts?a=b&c=d",
            List.of(
                new Header("Authorization", "Bearer " + SentRequest.MASK, "credential"),
                new Header("Content-Length", "12", null)),
            "{\"name\": \"O'Neil\"}");

    assertThat(SentRequestView.curl(request))
        .isEqualTo(
            """
            curl -X POST 'https://crm.example.com/contacts?a=b&c=d' \\
              -H 'Authorization: Bearer ••••••' \\
              --data-raw '{"name": "O'\\''Neil"}'\
            """);
  }
}
