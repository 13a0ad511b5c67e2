package io.patchbay;

import io.patchbay.boot.StartUpChecks;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server: `java -jar patchbay.jar`. */
@SpringBootApplication
public class PatchbayApplication {

  static void main(String[] args) {
    var application = new SpringApplication(PatchbayApplication.class);
    application.addInitializers(new StartUpChecks());
    application.run(args);
  }
}
