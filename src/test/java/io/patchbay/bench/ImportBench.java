package io.patchbay.bench;

import io.patchbay.common.Json;
import io.patchbay.importing.Descriptions;
import io.patchbay.importing.ImportedApi;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures what reading OpenAPI descriptions costs: a generated one of 10 MB and 1,200 operations,
 * as JSON and as YAML, and the real ones of the folder that is given. Run it with {@code -Xmx1g}
 * and the class path of the tests. Prints a Markdown table; the first row also pays for starting.
 */
public final class ImportBench {

  private static final List<MemoryPoolMXBean> HEAP =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();

  private ImportBench() {}

  /**
   * Measures and prints a row for each description.
   *
   * @param arguments the folder with real descriptions and their {@code index.tsv}, if there is one
   */
  public static void main(String[] arguments) throws IOException {
    System.out.println(
        "| file | MB | operations in | methods out | issues | ms | CPU ms | peak heap MB |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    Path folder = Files.createTempDirectory("patchbay-import-bench");
    Path json = folder.resolve("large.json");
    Path yaml = folder.resolve("large.yaml");
    Files.writeString(json, Json.write(LargeDescription.make()));
    Files.writeString(yaml, Json.writeYaml(LargeDescription.make()));
    measure("generated, JSON, first", json, 1_200);
    measure("generated, JSON", json, 1_200);
    measure("generated, YAML", yaml, 1_200);
    for (String argument : arguments) {
      for (String line : Files.readAllLines(Path.of(argument, "index.tsv"))) {
        String[] fields = line.split("\t");
        if (!fields[0].equals("file")) {
          measure(fields[0], Path.of(argument, fields[0]), Integer.parseInt(fields[4]));
        }
      }
    }
    Files.delete(json);
    Files.delete(yaml);
    Files.delete(folder);
  }

  private static void measure(String name, Path file, int operations) throws IOException {
    System.gc();
    HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
    var threads = ManagementFactory.getThreadMXBean();
    long cpuBefore = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    ImportedApi read = Descriptions.read(file);
    long millis = (System.nanoTime() - start) / 1_000_000;
    long cpuMillis = (threads.getCurrentThreadCpuTime() - cpuBefore) / 1_000_000;
    long peak = HEAP.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %d | %d | %d | %d | %d | %d |%n",
        name,
        Files.size(file) / 1e6,
        operations,
        read.api().methods().size(),
        read.issues().size(),
        millis,
        cpuMillis,
        peak >> 20);
  }
}
