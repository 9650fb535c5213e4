using DbUp.Support;

namespace DbUp.Engine;

/// <summary>Quotes names as the target wants them.</summary>
public interface ISqlObjectParser
{
    string QuoteIdentifier(string objectName);

    string QuoteIdentifier(string objectName, ObjectNameOptions objectNameOptions);

    string UnquoteIdentifier(string objectName);
}
