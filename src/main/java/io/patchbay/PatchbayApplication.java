package io.patchbay;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server: `java -jar patchbay.jar`. */
@SpringBootApplication
public class PatchbayApplication {

  static void main(String[] args) {
    SpringApplication.run(PatchbayApplication.class, args);
  }
}
