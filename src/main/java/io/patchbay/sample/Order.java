package io.patchbay.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order of the sample API. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Order(
    String id,
    Status status,
    String customerId,
    Instant placedAt,
    String currency,
    List<Line> lines,
    BigDecimal total,
    @Nullable Shipment shipment) {

  /** How far an order is. */
  enum Status {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("paid")
    PAID,
    @JsonProperty("shipped")
    SHIPPED,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("cancelled")
    CANCELLED
  }

  /** So many of one product. */
  record Line(String sku, String title, int quantity, BigDecimal unitPrice) {}

  /** Who brings it. */
  record Shipment(String carrier, String trackingNumber, Instant shippedAt) {}

  /** Somebody who orders. */
  record Customer(String id, String name, String email, String city, String country, String tier) {}

  Order withStatus(Status newStatus, @Nullable Shipment newShipment) {
    return new Order(id, newStatus, customerId, placedAt, currency, lines, total, newShipment);
  }
}
