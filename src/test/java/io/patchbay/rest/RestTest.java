package io.patchbay.rest;

import io.patchbay.testing.IntegrationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A whole server with an administrator, {@link Team} to make more people, and leave to call
 * upstreams of the test on 127.0.0.1. The same settings for all, so that all share one server.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@IntegrationTest
@Import(Team.class)
@TestPropertySource(
    properties = {
      "patchbay.admin-email=" + RestTest.ADMIN,
      "patchbay.admin-password=" + RestTest.PASSWORD,
      "patchbay.public-url=https://patchbay.example",
      "patchbay.sample=true",
      "patchbay.egress-allow=127.0.0.1:*"
    })
@interface RestTest {
  String ADMIN = "root@example.org";
  String PASSWORD = "the first of them all";
}
