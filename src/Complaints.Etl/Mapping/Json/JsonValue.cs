namespace Complaints.Etl.Mapping.Json;

/// <summary>A JSON value that knows where it stands.</summary>
internal abstract record JsonValue(JsonPlace Place)
{
    /// <summary>What kind of value it is, for messages.</summary>
    internal abstract string Kind { get; }
}

internal sealed record JsonText(JsonPlace Place, string Value) : JsonValue(Place)
{
    internal override string Kind => $"the text '{Value}'";
}

internal sealed record JsonNumber(JsonPlace Place, decimal Value) : JsonValue(Place)
{
    internal override string Kind => FormattableString.Invariant($"the number {Value}");
}

internal sealed record JsonFlag(JsonPlace Place, bool Value) : JsonValue(Place)
{
    internal override string Kind => Value ? "true" : "false";
}

internal sealed record JsonNull(JsonPlace Place) : JsonValue(Place)
{
    internal override string Kind => "null";
}

internal sealed record JsonList(JsonPlace Place, IReadOnlyList<JsonValue> Items) : JsonValue(Place)
{
    internal override string Kind => "a list";
}

internal sealed record JsonObject(JsonPlace Place, IReadOnlyList<KeyValuePair<string, JsonValue>> Properties) : JsonValue(Place)
{
    internal override string Kind => "an object";
}
