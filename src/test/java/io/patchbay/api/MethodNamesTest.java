package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodNamesTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /orders, getOrders",
    "GET, /orders/{orderId}, getOrder",
    "POST, /v3/contacts, createContact",
    "PATCH, /companies/{id}, updateCompany",
    "DELETE, /contacts/{id}/tags/{tag}, deleteTag",
    "PUT, /user-profiles/{id}, replaceUserProfile",
    "GET, '', get"
  })
  void namesWhatTheMethodDoesToWhat(Verb verb, String path, String name) {
    assertThat(MethodNames.propose(verb, path, Set.of())).isEqualTo(name);
  }

  @Test
  void countsWhereTheNameIsTaken() {
    assertThat(MethodNames.propose(Verb.GET, "/orders", Set.of("getOrders", "getOrders2")))
        .isEqualTo("getOrders3");
  }
}
