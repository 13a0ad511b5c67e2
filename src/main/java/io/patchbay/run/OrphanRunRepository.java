package io.patchbay.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Deletes the runs of deleted flows. They have no foreign keys, which would be checked for each row
 * that is written.
 */
@Repository
class OrphanRunRepository {

  private static final Logger log = LoggerFactory.getLogger(OrphanRunRepository.class);
  private static final int BATCH = 5_000;

  private final JdbcClient jdbc;

  OrphanRunRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Scheduled(initialDelay = 60_000, fixedDelay = 300_000)
  void deleteRunsOfDeletedFlows() {
    try {
      int deleted;
      do {
        deleted = deleteBatch();
      } while (deleted == BATCH);
    } catch (DataAccessException e) {
      log.warn("Runs of deleted flows could not be deleted; trying again: {}", e.getMessage());
    }
  }

  int deleteBatch() {
    return jdbc.sql(
            """
            with gone as (
              select r.workspace_id, r.id from runs r
              where not exists (select 1 from flows f where f.id = r.flow_id)
              limit ?),
            steps as (delete from step_runs s using gone where s.run_id = gone.id)
            delete from runs r using gone
            where r.workspace_id = gone.workspace_id and r.id = gone.id
            """)
        .param(BATCH)
        .update();
  }
}
