package io.patchbay.http;

import io.patchbay.common.Administration;
import io.patchbay.common.ConflictException;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.UserId;
import io.patchbay.http.EgressRuleView.Source;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * What calls may reach besides the public internet: administrators of the server allow it, for all
 * workspaces, since connections are shared. All nodes follow within seconds.
 */
@Service
public class EgressRuleService {

  private static final Logger log = LoggerFactory.getLogger(EgressRuleService.class);
  private static final int LONGEST_NOTE = 200;

  private final EgressRuleRepository repository;
  private final EgressPolicy policy;
  private final HttpClients clients;
  private final Administration administration;
  private final Ids ids;
  private final InstantSource clock;

  EgressRuleService(
      EgressRuleRepository repository,
      EgressPolicy policy,
      HttpClients clients,
      Administration administration,
      Ids ids,
      InstantSource clock) {
    this.repository = repository;
    this.policy = policy;
    this.clients = clients;
    this.administration = administration;
    this.ids = ids;
    this.clock = clock;
  }

  /** All rules, those of the settings first. */
  public List<EgressRuleView> list(UserId user) {
    administration.requireAdministrator(user);
    var all = new ArrayList<EgressRuleView>();
    for (var rule : policy.settings()) {
      all.add(new EgressRuleView(null, rule.toString(), "", Source.SETTINGS, null, null));
    }
    all.addAll(repository.list());
    return all;
  }

  /**
   * Allows one more host or block of addresses, with a port.
   *
   * @param note why, at most 200 characters
   * @throws InvalidException when the rule cannot be read
   */
  public EgressRuleView add(UserId user, String rule, @Nullable String note) {
    var actor = administration.requireAdministrator(user);
    var text = read(rule).toString();
    var why = note == null ? "" : note.strip();
    if (why.length() > LONGEST_NOTE) {
      throw new InvalidException("note", "Give at most %d characters.".formatted(LONGEST_NOTE));
    }
    var added =
        new EgressRuleView(ids.next(), text, why, Source.ADMINISTRATOR, actor, clock.instant());
    try {
      repository.insert(added);
    } catch (DuplicateKeyException _) {
      throw new ConflictException("There is a rule '%s' already.".formatted(text));
    }
    administration.record(actor, "allowed outbound calls to", text, why.isEmpty() ? null : why);
    follow();
    return added;
  }

  /** Takes a rule back; open connections that it allowed are closed. */
  public void delete(UserId user, UUID id) {
    var actor = administration.requireAdministrator(user);
    var rule =
        repository.list().stream()
            .filter(one -> id.equals(one.id()))
            .findFirst()
            .orElseThrow(() -> NotFoundException.of("rule", id));
    repository.delete(id);
    administration.record(actor, "no longer allows outbound calls to", rule.rule(), null);
    follow();
  }

  @EventListener(ApplicationReadyEvent.class)
  @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
  void follow() {
    try {
      var rules = repository.list().stream().map(rule -> EgressRule.parse(rule.rule())).toList();
      if (policy.give(rules)) {
        clients.closeIdle();
      }
    } catch (DataAccessException e) {
      log.debug("The egress rules were not read; those before hold on", e);
    }
  }

  private static EgressRule read(String rule) {
    try {
      return EgressRule.parse(rule.strip().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidException("rule", String.valueOf(e.getMessage()));
    }
  }
}
