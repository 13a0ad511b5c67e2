package io.patchbay.sample;

import io.patchbay.common.InvalidException;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.NotFoundException;
import io.patchbay.sample.Order.Customer;
import io.patchbay.sample.Order.Line;
import io.patchbay.sample.Order.Shipment;
import io.patchbay.sample.Order.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The data behind the sample API: thirty orders to begin with, new ones in memory only. */
@Component
class OrderBook {

  private static final int MOST = 500;
  private static final int FIRST_ID = 1001;

  private record Product(String title, String price) {}

  private static final Map<String, Product> PRODUCTS =
      Map.of(
          "TEA-ASSAM", new Product("Assam tea, 250 g", "11.90"),
          "TEA-SENCHA", new Product("Sencha, 100 g", "14.50"),
          "COF-ETH", new Product("Coffee from Yirgacheffe, 500 g", "18.20"),
          "COF-DECAF", new Product("Decaf espresso, 500 g", "16.80"),
          "CUP-BLUE", new Product("Cup, blue glaze", "22.00"),
          "CUP-SAND", new Product("Cup, sand glaze", "22.00"),
          "POT-CAST", new Product("Cast-iron pot, 0.8 l", "64.00"),
          "FIL-100", new Product("Paper filters, 100", "4.40"),
          "GRI-HAND", new Product("Hand grinder", "89.00"),
          "KET-GOOSE", new Product("Gooseneck kettle", "72.50"));

  private static final List<Customer> CUSTOMERS =
      List.of(
          new Customer(
              "c-101", "Café Nordlicht", "buero@nordlicht.example", "Hamburg", "DE", "gold"),
          new Customer("c-102", "Maren Vik", "maren.vik@mail.example", "Bergen", "NO", "standard"),
          new Customer("c-103", "Studio Okoro", "orders@okoro.example", "London", "GB", "gold"),
          new Customer(
              "c-104", "Lucie Blanchard", "lucie@blanchard.example", "Lyon", "FR", "standard"),
          new Customer("c-105", "Teehaus Lindner", "post@lindner.example", "Wien", "AT", "gold"),
          new Customer("c-106", "Ana Ribeiro", "ana.r@mail.example", "Porto", "PT", "standard"),
          new Customer("c-107", "Deli Marconi", "ciao@marconi.example", "Torino", "IT", "standard"),
          new Customer(
              "c-108", "Jun Watanabe", "jun@watanabe.example", "Utrecht", "NL", "standard"));

  private static final List<List<String>> BASKETS =
      List.of(
          List.of("TEA-ASSAM", "FIL-100"),
          List.of("COF-ETH"),
          List.of("CUP-BLUE", "CUP-SAND", "TEA-SENCHA"),
          List.of("GRI-HAND", "COF-DECAF"),
          List.of("POT-CAST"),
          List.of("KET-GOOSE", "FIL-100", "COF-ETH"),
          List.of("TEA-SENCHA"));

  private static final List<Status> STATUSES =
      List.of(
          Status.DELIVERED,
          Status.SHIPPED,
          Status.PAID,
          Status.DELIVERED,
          Status.OPEN,
          Status.CANCELLED,
          Status.SHIPPED);

  private final InstantSource clock;
  private final SequencedMap<String, Order> orders = new LinkedHashMap<>();
  private int nextId = FIRST_ID;

  OrderBook(InstantSource clock) {
    this.clock = clock;
    for (var i = 0; i < 30; i++) {
      fill(i);
    }
  }

  /** The newest first. */
  synchronized List<Order> list(@Nullable Status status, int limit) {
    return List.copyOf(orders.values()).reversed().stream()
        .filter(order -> status == null || order.status() == status)
        .limit(limit)
        .toList();
  }

  synchronized Order get(String id) {
    return Optional.ofNullable(orders.get(id)).orElseThrow(() -> NotFoundException.of("order", id));
  }

  Customer customer(String id) {
    return findCustomer(id).orElseThrow(() -> NotFoundException.of("customer", id));
  }

  /** What somebody wants, by product. */
  record Wish(@Nullable String sku, @Nullable Integer quantity) {}

  synchronized Order place(@Nullable String customerId, List<Wish> wishes) {
    var problems = new ArrayList<Problem>();
    if (customerId == null || findCustomer(customerId).isEmpty()) {
      problems.add(new Problem("customerId", "There is no such customer: c-101 to c-108."));
    }
    if (wishes.isEmpty()) {
      problems.add(new Problem("lines", "An order needs at least one line."));
    }
    var lines = new ArrayList<Line>();
    for (var i = 0; i < wishes.size(); i++) {
      line(wishes.get(i), "lines[" + i + "].", problems).ifPresent(lines::add);
    }
    if (customerId == null || !problems.isEmpty()) {
      throw new InvalidException(problems);
    }
    var order = add(Status.OPEN, customerId, lines, Duration.ZERO, null);
    while (orders.size() > MOST) {
      orders.pollFirstEntry();
    }
    return order;
  }

  synchronized Order change(String id, Status status) {
    var order = get(id);
    var shipment =
        status == Status.SHIPPED && order.shipment() == null
            ? new Shipment("PostNord", "PN" + id + "00", clock.instant())
            : order.shipment();
    var changed = order.withStatus(status, shipment);
    orders.put(id, changed);
    return changed;
  }

  private void fill(int i) {
    var status = STATUSES.get(i % STATUSES.size());
    var age = Duration.ofHours(26L * (30 - i));
    var lines =
        BASKETS.get(i % BASKETS.size()).stream()
            .map(sku -> line(sku, 1 + (i + sku.length()) % 3))
            .toList();
    var shipment =
        status == Status.SHIPPED || status == Status.DELIVERED
            ? new Shipment(
                i % 2 == 0 ? "DHL" : "PostNord",
                (i % 2 == 0 ? "JD01" : "PN77") + (48_213_007 + i * 7_919),
                clock.instant().minus(age).plus(Duration.ofHours(20)))
            : null;
    add(status, CUSTOMERS.get(i * 5 % CUSTOMERS.size()).id(), lines, age, shipment);
  }

  private Order add(
      Status status, String customer, List<Line> lines, Duration age, @Nullable Shipment shipment) {
    var id = String.valueOf(nextId++);
    var total =
        lines.stream()
            .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var order =
        new Order(id, status, customer, clock.instant().minus(age), "EUR", lines, total, shipment);
    orders.put(id, order);
    return order;
  }

  private static Line line(String sku, int quantity) {
    var product = Optional.ofNullable(PRODUCTS.get(sku)).orElseThrow();
    return new Line(sku, product.title, quantity, new BigDecimal(product.price));
  }

  private static Optional<Line> line(Wish wish, String where, List<Problem> problems) {
    if (wish.sku == null || !PRODUCTS.containsKey(wish.sku)) {
      problems.add(
          new Problem(
              where + "sku",
              "There is no such product; there are "
                  + String.join(", ", PRODUCTS.keySet().stream().sorted().toList())
                  + "."));
      return Optional.empty();
    }
    if (wish.quantity == null || wish.quantity < 1 || wish.quantity > 1_000) {
      problems.add(new Problem(where + "quantity", "Take 1 to 1,000."));
      return Optional.empty();
    }
    return Optional.of(line(wish.sku, wish.quantity));
  }

  private static Optional<Customer> findCustomer(String id) {
    return CUSTOMERS.stream().filter(c -> c.id().equals(id)).findFirst();
  }
}
