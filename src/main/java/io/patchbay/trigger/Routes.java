package io.patchbay.trigger;

import io.patchbay.flow.PublishedFlows;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The current table of routes: built anew when anything was published or deleted. */
@Component
class Routes {

  private static final Logger log = LoggerFactory.getLogger(Routes.class);

  private final PublishedFlows published;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile Loaded loaded = new Loaded(Long.MIN_VALUE, new RouteTable(List.of()));

  Routes(PublishedFlows published) {
    this.published = published;
  }

  RouteTable current() {
    var now = loaded;
    return now.counter == published.counter() ? now.table : reload(now);
  }

  private RouteTable reload(Loaded before) {
    loading.lock();
    try {
      long counter = published.counter();
      if (loaded.counter != counter) {
        loaded = new Loaded(counter, new RouteTable(published.routes()));
      }
      return loaded.table;
    } catch (DataAccessException e) {
      log.warn("The webhook addresses could not be read; the old ones stay: {}", e.getMessage());
      return before.table;
    } finally {
      loading.unlock();
    }
  }

  private record Loaded(long counter, RouteTable table) {}
}
