package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireRequestTest {

  @ParameterizedTest
  @CsvSource({
    "https, 443, api.example.com",
    "http, 80, api.example.com",
    "https, 8443, api.example.com:8443",
    "http, 443, api.example.com:443"
  })
  void namesNoPortThatIsUsualAnyway(String scheme, int port, String authority) {
    var host = new HttpHost(scheme, "api.example.com", port);

    assertThat(new WireRequest("GET", host, "/", RequestConfig.DEFAULT).getAuthority())
        .hasToString(authority);
  }
}
