package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.ApiCheck;
import io.patchbay.api.Parameter;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.Auth;
import io.patchbay.importing.ByExample.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByExampleTest {

  @Test
  void infersAMethodFromOneCall() {
    var imported =
        ByExample.of(
            new Sample(
                "Shop",
                "put",
                "https://shop.example.com/api/v2/orders/123/lines/7?notify=true&page=2",
                Map.of("Authorization", "Bearer s3cr3t-t0ken", "X-Tenant", "acme"),
                "{\"amount\": 12.50, \"when\": \"2026-01-31\"}",
                201,
                Map.of("Content-Type", "application/json; charset=utf-8", "Location", "/x"),
                "{\"id\": 7, \"lines\": [{\"a\": 1}, {\"a\": null, \"b\": \"x\"}]}"));

    var api = imported.api();
    var method = api.methods().getFirst();
    assertThat(ApiCheck.problems(api)).isEmpty();
    assertThat(api.name()).isEqualTo("Shop");
    assertThat(api.slug()).isEqualTo("shop");
    assertThat(api.baseUrl()).isEqualTo("https://shop.example.com/api/v2");
    assertThat(api.auth()).isEqualTo(new Auth.Bearer(null));
    assertThat(method.path()).isEqualTo("/orders/{orderId}/lines/{lineId}");
    assertThat(method.parameters())
        .extracting(Parameter::name)
        .containsExactly("orderId", "lineId", "notify", "page", "X-Tenant");
    assertThat(method.parameter("notify").orElseThrow().schema().toString())
        .isEqualTo("{\"type\":\"boolean\"}");
    assertThat(method.parameter("orderId").orElseThrow().example().toString()).isEqualTo("123");
    assertThat(method.body().schema().at("/properties/when/format").asString()).isEqualTo("date");
    assertThat(method.body().example().toString())
        .isEqualTo("{\"amount\":12.50,\"when\":\"2026-01-31\"}");
    var response = method.responses().getFirst();
    assertThat(response.status()).isEqualTo("201");
    assertThat(response.contentType()).isEqualTo("application/json");
    assertThat(response.schema().at("/properties/lines/items/required").toString())
        .isEqualTo("[\"a\"]");
    assertThat(response.headers()).containsOnlyKeys("Location");
    assertThat(imported.credential().document().toString())
        .isEqualTo("{\"kind\":\"bearer\",\"token\":\"s3cr3t-t0ken\"}");
    assertThat(imported.toString() + api).doesNotContain("s3cr3t");
  }

  @Test
  void mergesSeveralCalls() {
    var imported =
        ByExample.of(
            List.of(
                new Sample(
                    null,
                    null,
                    "api.example.com/users/alice?limit=5",
                    Map.of(),
                    null,
                    null,
                    Map.of(),
                    "{\"name\":\"a\",\"age\":1}"),
                new Sample(
                    null,
                    null,
                    "api.example.com/users/bob",
                    Map.of(),
                    null,
                    null,
                    Map.of(),
                    "{\"name\":\"b\"}")));

    assertThat(imported.api().methods()).hasSize(1);
    var method = imported.api().methods().getFirst();
    assertThat(method.path()).isEqualTo("/users/{userId}");
    assertThat(method.parameter("limit").orElseThrow().required()).isFalse();
    assertThat(method.responses().getFirst().schema().get("required").toString())
        .isEqualTo("[\"name\"]");
  }

  @Test
  void placesInTheAddressAreInputs() {
    var api = ByExample.of(Sample.of("GET", "https://x.example/a/{id}/b?q={word}")).api();

    assertThat(api.methods().getFirst().parameters())
        .extracting(Parameter::name)
        .containsExactly("id", "q");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "ftp://x.example/a", "http://", "https:// x", "http://a b/c"})
  void refusesWhatIsNoAddress(String url) {
    assertThatThrownBy(() -> ByExample.of(Sample.of("GET", url)))
        .isInstanceOf(InvalidException.class)
        .hasMessageStartingWith("url");
  }

  @Test
  void refusesAVerbAndAStatusThatCannotBe() {
    assertThatThrownBy(() -> ByExample.of(Sample.of("FETCH", "https://x.example/a")))
        .hasMessageContaining("'FETCH' is no verb");
    assertThatThrownBy(() ->
            ByExample.of(new Sample(null, "GET", "x.example", Map.of(), null, 42, Map.of(), null)))
        .hasMessageContaining("status");
  }
}
