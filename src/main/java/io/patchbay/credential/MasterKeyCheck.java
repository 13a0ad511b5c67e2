package io.patchbay.credential;

import io.patchbay.common.StartUpRefused;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the master key at start, makes one for a fresh database only, and refuses to start with one
 * that does not belong to the database: going on would make what is stored unreadable for good.
 */
final class MasterKeyCheck {

  private static final Logger log = LoggerFactory.getLogger(MasterKeyCheck.class);

  private final MasterKeyFile file;
  private final KeyRepository keys;

  MasterKeyCheck(MasterKeyFile file, KeyRepository keys) {
    this.file = file;
    this.keys = keys;
  }

  MasterKey load() {
    var known = keys.checkValues();
    return known.isEmpty() ? keys.alone(this::loadFirst) : loadKnown(known);
  }

  /** Nodes that start at the same time come here one after the other. */
  private MasterKey loadFirst() {
    var known = keys.checkValues();
    if (!known.isEmpty()) {
      return loadKnown(known);
    }
    var key = file.read().orElseGet(this::create);
    keys.insertCheckValue(key);
    return key;
  }

  private MasterKey create() {
    var key = MasterKey.generate();
    file.write(key);
    log.info("Created the master key {}; back it up, stored secrets need it", file.path());
    return key;
  }

  private MasterKey loadKnown(Map<String, byte[]> known) {
    var key =
        file.read()
            .orElseThrow(() ->
                new StartUpRefused(
                    "The master key file %s is missing, and the database holds secrets that need it; copy it from a backup or from a node that runs."
                        .formatted(file.path())));
    var checkValue = known.get(key.id());
    if (checkValue == null || !key.matches(checkValue)) {
      throw new StartUpRefused(
          "The master key file %s does not belong to this database; put the right one there. Nothing was changed."
              .formatted(file.path()));
    }
    return key;
  }
}
