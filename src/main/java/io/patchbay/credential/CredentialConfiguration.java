package io.patchbay.credential;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the master key before anything can need it. */
@Configuration(proxyBeanMethods = false)
class CredentialConfiguration {

  @Bean
  MasterKey masterKey(
      @Value("${patchbay.data-dir:data}") String dataDir,
      @Value("${patchbay.master-key-file:}") String masterKeyFile,
      KeyRepository keys) {
    var path =
        masterKeyFile.isBlank() ? Path.of(dataDir, "master.key") : Path.of(masterKeyFile.strip());
    return new MasterKeyCheck(new MasterKeyFile(path), keys).load();
  }
}
