package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The sample workspace as a newcomer meets it: nothing to set up, all of it runs. */
@RestTest
class SampleIT {

  private static final String SAMPLE = "/api/v1/workspaces/sample";

  @Autowired Team team;
  @LocalServerPort int port;

  private Caller nobody;
  private Caller root;

  @BeforeEach
  void setUp() {
    nobody = Caller.nobody(port);
    root = nobody.withToken(team.administratorToken());
  }

  @Test
  void tellsWhereAnOrderIs() {
    var found = nobody.get("/hooks/sample/order-status/1007");
    assertThat(found.status()).as(found.body()).isEqualTo(200);
    assertThat(found.json().path("order").stringValue()).isEqualTo("1007");
    assertThat(found.json().path("items").intValue()).isEqualTo(2);
    assertThat(found.json().path("total").stringValue()).isEqualTo("29.00 EUR");
    assertThat(found.json().path("message").stringValue())
        .isEqualTo("On its way with DHL, JD0148260521");

    var missing = nobody.get("/hooks/sample/order-status/9999");
    assertThat(missing.status()).as(missing.body()).isEqualTo(404);
    assertThat(missing.json().path("message").stringValue()).isEqualTo("There is no order 9999.");
    assertThat(root.get(SAMPLE + "/oauth-tokens").json().path("items").size()).isEqualTo(1);
  }

  @Test
  void placesAnOrder() {
    var placed =
        nobody.post(
            "/hooks/sample/new-order",
            Map.of(
                "customer",
                "c-103",
                "items",
                List.of(Map.of("sku", "TEA-SENCHA", "qty", 2, "price", 14.5))));
    assertThat(placed.status()).as(placed.body()).isEqualTo(201);
    assertThat(placed.json().path("message").stringValue())
        .isEqualTo("Thank you, Studio Okoro. It ships today.");
    var status =
        nobody.get("/hooks/sample/order-status/" + placed.json().path("order").stringValue());
    assertThat(status.json().path("status").stringValue()).isEqualTo("open");
    assertThat(status.json().path("total").stringValue()).isEqualTo("29.00 EUR");
  }

  @Test
  void refusesWhatCannotBePlaced() {
    var small = Map.of("sku", "FIL-100", "qty", 1, "price", 4.4);
    assertThat(
            nobody
                .post(
                    "/hooks/sample/new-order", Map.of("customer", "c-103", "items", List.of(small)))
                .json()
                .path("message")
                .stringValue())
        .isEqualTo("We ship from 10 EUR.");
    var unknown = Map.of("sku", "NOTHING", "qty", 3, "price", 40);
    var refused =
        nobody.post(
            "/hooks/sample/new-order", Map.of("customer", "c-103", "items", List.of(unknown)));
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.json().path("reasons").get(0).stringValue())
        .startsWith("There is no such product");
  }

  @Test
  void theDocumentsHaveNoProblem() {
    for (var flow : List.of("order-status", "new-order")) {
      var problems = root.post(SAMPLE + "/flows/" + flow + "/validate", null).json();
      assertThat(problems).isEqualTo(Json.toTree(Map.of("problems", List.of())));
    }
  }

  @Test
  void aMethodIsTriedWithTheTokenMasked() {
    var tried =
        root.post(
            SAMPLE + "/apis/orders/methods/listOrders/try",
            Map.of("inputs", Map.of("status", "open", "limit", 2)));
    assertThat(tried.status()).as(tried.body()).isEqualTo(200);
    assertThat(tried.json().path("status").intValue()).isEqualTo(200);
    assertThat(tried.json().path("body").path("orders").size()).isEqualTo(2);
    assertThat(tried.json().path("request").path("url").stringValue()).endsWith("limit=2");
    assertThat(tried.json().path("request").toString()).doesNotContain("orders.read+");
  }

  @Test
  void theOrdersApiAsksForAToken() {
    var answer = nobody.get("/sample-api/orders");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Sample orders\"");
    assertThat(nobody.withToken("1.orders.read.x").get("/sample-api/orders").status())
        .isEqualTo(401);
    var form = Map.of("Content-Type", "application/x-www-form-urlencoded");
    var refused =
        nobody
            .withPassword("patchbay-sample", "guess")
            .send("POST", "/sample-api/oauth/token", "grant_type=client_credentials", form);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.json().path("error").stringValue()).isEqualTo("invalid_client");
  }
}
