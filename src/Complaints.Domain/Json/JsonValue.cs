namespace Complaints.Domain.Json;

/// <summary>A JSON value that knows where it stands; the kinds below are all there are.</summary>
public abstract record JsonValue
{
    private protected JsonValue(JsonPlace place) => Place = place;

    /// <summary>Where.</summary>
    public JsonPlace Place { get; init; }

    /// <summary>What kind of value it is, for messages.</summary>
    public abstract string Kind { get; }
}

/// <inheritdoc cref="JsonValue"/>
/// <param name="Place">Where.</param>
/// <param name="Value">The text.</param>
public sealed record JsonText(JsonPlace Place, string Value) : JsonValue(Place)
{
    /// <inheritdoc/>
    public override string Kind => $"the text '{Value}'";
}

/// <inheritdoc cref="JsonValue"/>
/// <param name="Place">Where.</param>
/// <param name="Value">The number.</param>
public sealed record JsonNumber(JsonPlace Place, decimal Value) : JsonValue(Place)
{
    /// <inheritdoc/>
    public override string Kind => FormattableString.Invariant($"the number {Value}");
}

/// <inheritdoc cref="JsonValue"/>
/// <param name="Place">Where.</param>
/// <param name="Value">True or false.</param>
public sealed record JsonFlag(JsonPlace Place, bool Value) : JsonValue(Place)
{
    /// <inheritdoc/>
    public override string Kind => Value ? "true" : "false";
}

/// <inheritdoc cref="JsonValue"/>
/// <param name="Place">Where.</param>
public sealed record JsonNull(JsonPlace Place) : JsonValue(Place)
{
    /// <inheritdoc/>
    public override string Kind => "null";
}

/// <inheritdoc cref="JsonValue"/>
/// <param name="Place">Where.</param>
/// <param name="Items">The list's values.</param>
public sealed record JsonList(JsonPlace Place, IReadOnlyList<JsonValue> Items) : JsonValue(Place)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}

/// <inheritdoc cref="JsonValue"/>
/// <param name="Place">Where.</param>
/// <param name="Properties">The object's properties, in the order of the file, each name once.</param>
public sealed record JsonObject(JsonPlace Place, IReadOnlyList<KeyValuePair<string, JsonValue>> Properties) : JsonValue(Place)
{
    /// <inheritdoc/>
    public override string Kind => "an object";
}
