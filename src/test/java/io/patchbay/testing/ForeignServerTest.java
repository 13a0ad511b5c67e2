package io.patchbay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForeignServerTest {

  @Test
  void startsNginxAndApache() throws Exception {
    try (var nginx =
            ForeignServer.nginx(
                "server { listen 127.0.0.1:${port}; location / { return 200 nginx; } }", Map.of());
        var apache =
            ForeignServer.apache(
                """
                Listen 127.0.0.1:${port}
                DocumentRoot ${dir}
                <Location />
                  Require all granted
                </Location>
                """,
                List.of(),
                Map.of("hello.txt", "apache on ${port}"))) {
      assertThat(get(nginx.port(), "/")).isEqualTo("nginx");
      assertThat(get(apache.port(), "/hello.txt")).isEqualTo("apache on " + apache.port());
    }
  }

  private static String get(int port, String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
