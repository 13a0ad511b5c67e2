package io.patchbay.api;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells when what nodes hold in memory (APIs, published flows) is out of date. Changes of this node
 * show at once after their commit, those of other nodes within a second.
 */
@Component
public class DefinitionChanges {

  private static final Logger log = LoggerFactory.getLogger(DefinitionChanges.class);

  private final DefinitionChangeRepository repository;
  private volatile long known = -1;

  DefinitionChanges(DefinitionChangeRepository repository) {
    this.repository = repository;
  }

  /** A number that differs from an earlier one when anything changed in between. */
  public long counter() {
    return known;
  }

  /** Says that a definition changes; called within the transaction that changes it. */
  public void bump() {
    long counter = repository.increment();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              known = counter;
            }
          });
    } else {
      known = counter;
    }
  }

  @Scheduled(fixedDelay = 1_000)
  void poll() {
    try {
      known = repository.read();
    } catch (DataAccessException e) {
      log.debug("Could not look for changed definitions; trying again in a second", e);
    }
  }
}
