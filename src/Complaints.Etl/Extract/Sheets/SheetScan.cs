using System.IO.Compression;
using System.Xml;
using Complaints.Domain;
using Complaints.Domain.Storage;

namespace Complaints.Etl.Extract.Sheets;

/// <summary>
/// Reads a sheet's part once before its rows are read. The reading library gives values alone: a cell that failed looks like an empty one,
/// one far off makes every row as wide as itself, and the merged cells and the date system are not seen either.
/// </summary>
internal static class SheetScan
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int FormulaCharacters = 60;

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreWhitespace = true,
    };

    /// <exception cref="Complaints.Domain.Errors.UserException">Hardly any of the sheet's cells are filled, or too many failed.</exception>
    /// <exception cref="XmlException">A part is not well formed.</exception>
    internal static SheetFacts Run(string path, string sheet, CancellationToken cancellationToken)
    {
        using FileStream file = RegularFile.OpenRead(path, Limits.FileBytes);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        (string? relation, bool counts1904) = Workbook(zip, sheet);
        var facts = new SheetFacts { Counts1904 = counts1904 };
        if (relation is null || Target(zip, relation) is not string target || Part(zip, target) is not ZipArchiveEntry part)
        {
            return facts;
        }

        using XmlReader xml = XmlReader.Create(part.Open(), s_settings);
        Read(xml, path, facts, cancellationToken);
        facts.Sort();
        Check(path, sheet, facts);
        return facts;
    }

    private static (string? Relation, bool Counts1904) Workbook(ZipArchive zip, string sheet)
    {
        using XmlReader xml = XmlReader.Create(Part(zip, "xl/workbook.xml")!.Open(), s_settings);
        string? relation = null;
        bool counts1904 = false;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                counts1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
            }
            else if (xml.LocalName == "sheet" && xml.GetAttribute("name") == sheet)
            {
                relation ??= xml.GetAttribute("id", Relations)
                    ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
            }
        }

        return (relation, counts1904);
    }

    private static string? Target(ZipArchive zip, string relation)
    {
        if (Part(zip, "xl/_rels/workbook.xml.rels") is not ZipArchiveEntry part)
        {
            return null;
        }

        using XmlReader xml = XmlReader.Create(part.Open(), s_settings);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Id") == relation)
            {
                string target = xml.GetAttribute("Target") ?? "";
                return target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return null;
    }

    private static ZipArchiveEntry? Part(ZipArchive zip, string name) =>
        zip.Entries.FirstOrDefault(part => part.FullName.Replace('\\', '/').Equals(name, StringComparison.OrdinalIgnoreCase));

    private static void Read(XmlReader xml, string path, SheetFacts facts, CancellationToken cancellationToken)
    {
        int row = 0;
        int column = 0;
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
                continue;
            }

            switch (xml.LocalName)
            {
                case "row":
                    cancellationToken.ThrowIfCancellationRequested();
                    row = int.TryParse(xml.GetAttribute("r"), out int number) ? number : row + 1;
                    column = 0;
                    facts.Reach(row, 0);
                    break;
                case "c":
                    (row, column) = CellAddress.Read(xml.GetAttribute("r")) ?? (row, column + 1);
                    facts.Reach(row, column);
                    Cell(xml, path, row, column, facts);
                    continue;
                case "mergeCell" when SheetFacts.Merge.Of(xml.GetAttribute("ref") ?? "") is SheetFacts.Merge merge:
                    facts.Add(merge);
                    break;
            }

            xml.Read();
        }
    }

    // Moves behind the cell.
    private static void Cell(XmlReader xml, string path, int row, int column, SheetFacts facts)
    {
        string? type = xml.GetAttribute("t");
        string? formula = null;
        string? value = null;
        bool inline = false;
        int depth = xml.Depth;
        bool empty = xml.IsEmptyElement;
        xml.Read();
        while (!empty && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "f" or "v")
            {
                bool isFormula = xml.LocalName == "f";
                string text = xml.ReadElementContentAsString();
                (formula, value) = isFormula ? (text, value) : (formula, text);
                continue;
            }

            inline |= xml.NodeType == XmlNodeType.Element && xml.LocalName == "is";
            xml.Read();
        }

        if (value is not null || formula is not null || inline)
        {
            facts.Filled();
        }

        if (type == "e" && !string.IsNullOrEmpty(value))
        {
            Fail(path, facts, row, column, value);
        }
        else if (formula is not null && !inline && (value is null || (value.Length == 0 && type != "str")))
        {
            string shown = formula.Length > FormulaCharacters ? string.Concat(formula.AsSpan(0, FormulaCharacters), "…") : formula;
            Fail(path, facts, row, column, $"{SpreadsheetError.Uncalculated} ={shown}");
        }
    }

    private static void Fail(string path, SheetFacts facts, int row, int column, string shown)
    {
        facts.Fail(row, column, shown);
        if (facts.Failed > Limits.SheetFailedCells)
        {
            throw Refusal.Of(
                path,
                FormattableString.Invariant($"More than {Limits.SheetFailedCells:N0} cells hold errors or formulas that were never calculated."),
                "cells with values",
                "open the workbook in a spreadsheet program, let it calculate, and save it");
        }
    }

    private static void Check(string path, string sheet, SheetFacts facts)
    {
        long size = (long)facts.LastRow * facts.LastColumn;
        if (size > Limits.SheetGraceCells && size / Limits.SheetSparseness > facts.Cells)
        {
            throw Refusal.Of(
                path,
                FormattableString.Invariant($"The sheet '{sheet}' reaches to cell {CellAddress.Of(facts.LastRow, facts.LastColumn)} with {facts.Cells:N0} cells that are filled."),
                FormattableString.Invariant($"at least one in {Limits.SheetSparseness} cells filled, in a sheet of more than {Limits.SheetGraceCells:N0}"),
                "delete the rows and columns beyond the table, and save the workbook");
        }
    }
}
