package io.patchbay.account;

import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.StartUpRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator from the settings, or prints the address where a person becomes
 * one. Without an administrator nobody can sign in, so nothing else is open either.
 */
@Component
class FirstStart {

  private static final Logger log = LoggerFactory.getLogger("patchbay");

  private final LinkService setUp;
  private final OneTimeLinks links;
  private final AccountService accounts;
  private final String email;
  private final String password;

  FirstStart(
      LinkService setUp,
      OneTimeLinks links,
      AccountService accounts,
      @Value("${patchbay.admin-email:}") String email,
      @Value("${patchbay.admin-password:}") String password) {
    this.setUp = setUp;
    this.links = links;
    this.accounts = accounts;
    this.email = email.strip();
    this.password = password;
  }

  @EventListener(ApplicationStartedEvent.class)
  void makeAdministrator() {
    if (email.isEmpty() || password.isEmpty() || accounts.hasAdministrator()) {
      return;
    }
    try {
      setUp.createFirstAdministrator(email, password, "main", "Main");
      log.info("{} is the administrator of this server.", email);
    } catch (ConflictException e) {
      log.info("{}", e.getMessage()); // another node was faster
    } catch (InvalidException e) {
      throw new StartUpRefused(
          "PATCHBAY_ADMIN_EMAIL and PATCHBAY_ADMIN_PASSWORD do not do: " + e.getMessage(), e);
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.LOWEST_PRECEDENCE)
  void printSetUpAddress() {
    if (!accounts.hasAdministrator()) {
      log.info("This server has no administrator yet. Become it at {}", links.setUp());
    }
  }
}
