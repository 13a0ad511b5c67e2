package io.patchbay.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.IntegrationTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class ServerIT {

  @LocalServerPort int port;

  @Test
  void tellsItsHealthAndNothingElse() throws Exception {
    assertThat(get("/health").statusCode()).isEqualTo(200);
    assertThat(get("/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(get("/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(get("/env").statusCode()).isNotEqualTo(200);
    assertThat(get("/metrics").statusCode()).isNotEqualTo(200);
    assertThat(get("/health").headers().firstValue("Server")).isEmpty();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
