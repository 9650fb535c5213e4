using DbUp.Engine;

namespace DbUp.Support;

/// <summary>Quotes names with a fixed prefix and suffix, once.</summary>
public abstract class SqlObjectParser(string quotePrefix, string quoteSuffix) : ISqlObjectParser
{
    public string QuoteIdentifier(string objectName) => QuoteIdentifier(objectName, ObjectNameOptions.Trim);

    public virtual string QuoteIdentifier(string objectName, ObjectNameOptions objectNameOptions)
    {
        ArgumentException.ThrowIfNullOrEmpty(objectName);
        var name = objectNameOptions == ObjectNameOptions.Trim ? objectName.Trim() : objectName;
        return IsQuoted(name) ? name : quotePrefix + name + quoteSuffix;
    }

    public virtual string UnquoteIdentifier(string objectName) =>
        IsQuoted(objectName) ? objectName[quotePrefix.Length..^quoteSuffix.Length] : objectName;

    private bool IsQuoted(string name) =>
        name.Length >= quotePrefix.Length + quoteSuffix.Length
        && name.StartsWith(quotePrefix, StringComparison.Ordinal)
        && name.EndsWith(quoteSuffix, StringComparison.Ordinal);
}
