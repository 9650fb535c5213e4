using System.Text;

namespace DbUp;

public static class DbUpDefaults
{
    public static readonly Encoding DefaultEncoding = Encoding.UTF8;

    public static readonly int DefaultRunGroupOrder = 100;
}
