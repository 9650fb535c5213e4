using System.IO.Compression;
using System.Security;
using System.Text;

namespace Complaints.Etl.Tests.Extract;

/// <summary>Writes small workbooks part by part, so that tests can also write bad ones.</summary>
internal static class TestWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    internal static byte[] Of(IEnumerable<string[]> rows, Action<ZipArchive>? more = null) => Of(SheetXml(rows), more);

    internal static byte[] Of(string sheetXml, Action<ZipArchive>? more = null, int sheets = 1, bool counts1904 = false)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            IEnumerable<int> numbers = Enumerable.Range(1, sheets);
            Part(zip, "[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
            Part(zip, "_rels/.rels", $"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(zip, "xl/workbook.xml", $"""<?xml version="1.0"?><workbook xmlns="{Main}" xmlns:r="{Relations}">{(counts1904 ? "<workbookPr date1904=\"1\"/>" : "")}<sheets>{string.Concat(numbers.Select(n => $"""<sheet name="Sheet{n}" sheetId="{n}" r:id="rId{n}"/>"""))}</sheets></workbook>""");
            Part(zip, "xl/_rels/workbook.xml.rels", $"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(numbers.Select(n => $"""<Relationship Id="rId{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>"""))}</Relationships>""");
            foreach (int n in numbers)
            {
                Part(zip, $"xl/worksheets/sheet{n}.xml", sheetXml);
            }

            more?.Invoke(zip);
        }

        return memory.ToArray();
    }

    internal static string SheetXml(IEnumerable<string[]> rows)
    {
        var xml = new StringBuilder($"""<?xml version="1.0"?><worksheet xmlns="{Main}"><sheetData>""");
        int number = 0;
        foreach (string[] row in rows)
        {
            number++;
            xml.Append($"<row r=\"{number}\">");
            for (int i = 0; i < row.Length; i++)
            {
                string cell = $"{(char)('A' + i)}{number}";
                xml.Append(row[i].StartsWith('=')
                    ? $"<c r=\"{cell}\"><v>{row[i][1..]}</v></c>"
                    : $"<c r=\"{cell}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(row[i])}</t></is></c>");
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    /// <summary>The XML of a sheet with the rows given as XML.</summary>
    internal static string Sheet(string rows) => $"""<?xml version="1.0"?><worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""";

    internal static void Part(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }

    /// <summary>A part of one text, repeated: small when packed, big when unpacked.</summary>
    internal static void Bomb(ZipArchive zip, string name, string text, long bytes)
    {
        byte[] piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, Math.Max(1, 65536 / text.Length))));
        using Stream part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        for (long written = 0; written < bytes; written += piece.Length)
        {
            part.Write(piece);
        }
    }
}
